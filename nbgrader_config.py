# A plain nbgrader configuration: every command of nbgrader works on this course.
# The classes from coursekit mend what stock nbgrader gets wrong; each says what.

import secrets

from coursekit.grading import offer_templates

c = get_config()  # noqa: F821  (nbgrader puts it here)

c.CourseDirectory.course_id = "nnbyhand"
# the texts in source/ hold the solutions: never copy one into a release
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    ".pytest_cache",
    ".*",
    "*.py",
]

c.ClearSolutions.code_stub = {
    "python": "# Write your answer here.\nraise NotImplementedError"
}
c.ClearSolutions.text_stub = "*Write your answer here.*"

# a rubric stands in the locked text above a written answer, where graders see it
c.ClearMarkScheme.enforce_metadata = False

# grading: what a student may not change is restored; a verdict is an error or none
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "coursekit.grading.integrity.RestoreCells",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "coursekit.grading.surviving.SurvivingExecute",
    "nbgrader.preprocessors.LimitOutput",
    "coursekit.grading.verdict.StrictSaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# a kernel that dies costs the cell that ended it and no other
c.Execute.timeout = 20
# nothing is lost when a kernel that has done its work ends at once
c.Execute.shutdown_kernel = "immediate"
# a tag can ask nbgrader to skip a cell: no tag that a student could know does
c.Execute.skip_cells_with_tag = f"skip-{secrets.token_hex(16)}"

# grades: a column says how a grade stands, so that nothing ungraded reads as 0
c.ExportApp.plugin_class = "coursekit.grading.export.StandingExport"

# late work: takes nothing off until a share is set, such as c.PerDay.percent_a_day = 10
c.AssignLatePenalties.plugin_class = "coursekit.grading.late.PerDay"

# feedback: hidden tests stay hidden, and nothing a student wrote can run as a script,
# neither on a feedback page nor in the formgrader
c.GenerateFeedback.exporter_class = "coursekit.grading.feedback.FeedbackExporter"
c.GenerateFeedback.preprocessors = [
    "coursekit.grading.feedback.Outcomes",
    "coursekit.grading.feedback.HideTests",
    "coursekit.grading.feedback.Sanitise",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
c.HTMLExporter.filters = {"markdown2html": "coursekit.grading.feedback.safe_markdown"}
c.HTMLExporter.preprocessors = ["coursekit.grading.feedback.Sanitise"]
# formulas come as MathML, so that no page asks the web for a script to draw them
offer_templates()
