# A plain nbgrader configuration: every command of nbgrader works on this course.
# The classes from coursekit mend what stock nbgrader gets wrong; each says what.

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

c.ClearSolutions.code_stub = {"python": "# Write your answer here.\nraise NotImplementedError"}
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
    "nbgrader.preprocessors.Execute",
    "nbgrader.preprocessors.LimitOutput",
    "coursekit.grading.verdict.StrictSaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.OverwriteCells.add_missing_cells = True
c.Execute.timeout = 20

# feedback: hidden tests stay hidden, and nothing a student wrote can run as a script
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "coursekit.grading.feedback.HideTests",
    "coursekit.grading.feedback.Sanitise",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
c.HTMLExporter.filters = {"markdown2html": "coursekit.grading.feedback.safe_markdown"}
