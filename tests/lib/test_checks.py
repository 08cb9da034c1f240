"""What a learner reads from ``nnbyhand.checks``, outcome by outcome."""

import fractions
import functools
import linecache
import math
import time
import warnings

import numpy as np
import pytest

from nnbyhand import checks, gates
from nnbyhand.checks import Feedback, NotAttempted, NotYet
from nnbyhand.checks.compare import TOLERANCES
from nnbyhand.checks.ladder import _shape_of
from nnbyhand.checks.wording import show_value

SUM_CASES = [
    ([2.0, -1.0, 0.5], [0.5, 1.5, -2.0], 0.75),
    ([1.0, 2.0], [3.0, -0.5], 1.25),
]
CASES = [(np.array(x), np.array(w), b) for x, w, b in SUM_CASES]


def try_sum(answer, **options):
    """Check an answer to neuron-sum and give the feedback, or None if correct."""
    try:
        checks.check(
            answer, CASES, reference=gates.neuron, task="neuron-sum", **options
        )
    except Feedback as feedback:
        return feedback
    return None


def right(x, w, b):
    return x @ w + b


def answers_itself(u):
    return answers_itself(u)


class TestOutcomes:
    def test_correct_is_printed_and_nothing_returned(self, capsys):
        assert checks.check(right, CASES, reference=gates.neuron) is None
        assert capsys.readouterr().out == "right: CORRECT  (2 cases)\n"

    def test_a_missing_name_is_not_attempted(self):
        with pytest.raises(NotAttempted, match="no function called missing"):
            checks.check("missing", [()], expected=[1])

    def test_a_name_is_looked_up_where_check_is_called(self, capsys):
        scope = {"checks": checks, "half": lambda x: x / 2}
        exec("checks.check('half', [(3,)], expected=[1.5])", scope)
        assert "half: CORRECT" in capsys.readouterr().out

    def test_the_stub_is_not_attempted(self):
        def stub(x, w, b):
            raise NotImplementedError

        feedback = try_sum(stub)
        assert isinstance(feedback, NotAttempted)
        assert isinstance(feedback, NotImplementedError)
        assert "stub: NOT ATTEMPTED" in str(feedback)

    def test_an_overwritten_name_is_told(self):
        scope = {"checks": checks, "half": 3}
        with pytest.raises(NotYet, match="should be a function, it is int 3"):
            exec("checks.check('half', [(3,)], expected=[1.5])", scope)

    def test_none_asks_for_return(self):
        feedback = try_sum(lambda x, w, b: None)
        assert feedback.code == "returns-none"
        assert "Is there a `return`" in str(feedback)

    def test_text_is_no_number(self):
        assert "got text 'z'" in str(try_sum(lambda x, w, b: "z"))

    def test_an_object_equal_to_everything_is_no_number(self):
        class Equal:
            def __eq__(self, other):
                return True

            __hash__ = None

        assert try_sum(lambda x, w, b: Equal()).level == "shape"

    def test_nan_is_told(self):
        feedback = try_sum(lambda x, w, b: float("nan"))
        assert feedback.level == "finite"

    def test_nothing_to_try_is_refused(self):
        with pytest.raises(ValueError, match="at least one case"):
            checks.check(right, [], expected=[])
        with pytest.raises(TypeError, match="either expected or reference"):
            checks.check(right, CASES)


class TestErrors:
    def test_an_exception_shows_arguments_and_own_line(self):
        def broken(x, w, b):
            return x @ w @ b

        text = str(try_sum(broken))
        assert "broken(x=[2 -1 0.5], w=[0.5 1.5 -2], b=0.75) stopped with" in text
        assert "in your line:  return x @ w @ b" in text

    def test_all_failing_cases_are_listed(self):
        def broken(x, w, b):
            raise KeyError("lost")

        assert str(try_sum(broken)).count("stopped with KeyError") == len(CASES)

    def test_a_machine_that_is_busy_with_others_gets_longer(self, monkeypatch):
        monkeypatch.setattr("nnbyhand.checks.calling.SECONDS", 0.2)
        monkeypatch.setattr("nnbyhand.checks.calling.PATIENCE", 100)

        def waits(x, w, b):  # waiting is not computing
            time.sleep(0.3)
            return right(x, w, b)

        assert try_sum(waits) is None

    def test_exit_does_not_end_the_kernel(self):
        def leave(x, w, b):
            raise SystemExit(3)

        assert "stopped with SystemExit" in str(try_sum(leave))

    def test_an_endless_loop_ends(self, monkeypatch):
        monkeypatch.setattr("nnbyhand.checks.calling.SECONDS", 0.2)

        def endless(x, w, b):
            while True:
                try:
                    time.sleep(0.01)
                except Exception:
                    continue

        begun = time.monotonic()
        feedback = try_sum(endless)
        assert feedback.code == "too-slow"
        assert time.monotonic() - begun < 5


class TestAdvice:
    """A likely slip leads to an error; the reader gets the line and its meaning."""

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (lambda a, M: np.max(0, a), "stands where one whole number belongs"),
            (lambda a, M: np.max(0, a), "`np.minimum` compare place by place"),
            (lambda a, M: np.sum(M, a), "in the place of the axis"),
            (lambda a, M: np.concatenate(a, M), "go into one list"),
            (lambda a, M: np.hstack(a, M), "go into one list"),
            (lambda a, M: np.vstack(a, M), "go into one list"),
            (lambda a, M: np.hstack([a, M]), "different numbers of axes"),
            (lambda a, M: np.hstack([M, M.T]), "agree on the other axis"),
            (lambda a, M: [1.0, 2.0] * 0.5, "do not calculate place by place"),
            (lambda a, M: [1.0, 2.0] - a.tolist(), "do not calculate place by place"),
            (lambda a, M: [1.0, 2.0] + 0.5, "do not calculate place by place"),
            (lambda a, M: [1.0, 2.0] > 0, "do not calculate place by place"),
            (lambda a, M: -a.tolist(), "do not calculate place by place"),
            (lambda a, M: M - M.sum(axis=1), "`keepdims=True` keeps an axis"),
            (lambda a, M: M @ M, "as many columns in A as B has rows"),
            (lambda a, M: np.dot(M, M), "as many columns in A as B has rows"),
            (lambda a, M: 1 if a > 0 else 0, "Compare the array itself"),
        ],
    )
    def test_the_cause_is_said_in_plain_words(self, answer, words):
        cases = [(np.array([1.0, -1.0, 2.0]), np.ones((2, 3)))]
        with pytest.raises(NotYet) as caught:
            checks.check(answer, cases, expected=[[0.0]])
        said = " ".join(str(caught.value).split())
        assert words in said
        assert said.index("in your line:") < said.index(words)

    def test_the_meaning_is_said_once(self):
        feedback = try_sum(lambda x, w, b: [1.0] * 0.5)
        assert str(feedback).count("stopped with TypeError") == len(CASES)
        assert str(feedback).count("do not calculate place by place") == 1

    def test_an_error_without_a_known_meaning_stands_alone(self):
        text = str(try_sum(lambda x, w, b: {}["lost"]))
        assert "stopped with KeyError" in text
        assert "in your line:" in text.splitlines()[-1]

    def test_the_line_shown_is_the_learners_behind_a_wrapper(self):
        source, scope = "def broken(z):\n    return [][z]\n", {}
        linecache.cache["<cell>"] = (len(source), None, source.splitlines(True), "")
        exec(compile(source, "<cell>", "exec"), scope)

        @functools.wraps(scope["broken"])
        def tried(z):
            return scope["broken"](z)

        with pytest.raises(NotYet, match=r"in your line:  return \[\]\[z\]"):
            checks.check(tried, [(3,)], expected=[1])


class TestFairness:
    @pytest.mark.parametrize(
        "answer",
        [
            lambda x, w, b: float(x @ w + b),
            lambda x, w, b: np.float64(x @ w + b),
            lambda x, w, b: np.array(x @ w + b),
            lambda x, w, b: [x @ w + b],
            lambda x, w, b: np.float32(x @ w + b),
            lambda x, w, b: sum(i * j for i, j in zip(x, w, strict=True)) + b,
            lambda x, w, b, extra=1: x @ w + b,
        ],
    )
    def test_equal_numbers_of_any_kind_are_correct(self, answer):
        assert try_sum(answer) is None

    def test_torch_tensors_are_numbers(self):
        torch = pytest.importorskip("torch")
        assert try_sum(lambda x, w, b: torch.tensor(x) @ torch.tensor(w) + b) is None

    def test_a_warning_is_a_remark(self, capsys):
        def warned(x, w, b):
            warnings.warn("mind the gap", stacklevel=1)
            return x @ w + b

        assert try_sum(warned) is None
        said = capsys.readouterr()
        assert "UserWarning: mind the gap" in said.out
        assert "costs no points" in said.out
        assert said.err == ""

    def test_stderr_is_a_remark(self, capsys):
        import sys

        def noisy(x, w, b):
            print("oops", file=sys.stderr)
            return x @ w + b

        assert try_sum(noisy) is None
        said = capsys.readouterr()
        assert "written to stderr: oops" in said.out
        assert said.err == ""

    def test_a_changed_argument_is_told_and_spoils_nothing(self):
        def changes(x, w, b):
            x *= w
            return x.sum() + b

        feedback = try_sum(changes)
        assert feedback.code == "mutates-input"
        assert CASES[0][0].tolist() == [2.0, -1.0, 0.5]

    def test_a_column_is_taken_only_where_the_text_allows(self):
        def column(X):
            return X[:, :1]

        cases = [(np.array([[1.0, 2.0], [3.0, 4.0]]),)]
        checks.check(column, cases, expected=[[1.0, 3.0]], column_ok=True)
        with pytest.raises(NotYet, match=r"shape \(2,\), got an array of\s+shape"):
            checks.check(column, cases, expected=[[1.0, 3.0]])

    def test_tolerance_is_the_stated_one(self):
        for tol, (relative, absolute) in TOLERANCES.items():
            near = 1.0 + 0.5 * (relative + absolute)
            far = 1.0 + 3 * (relative + absolute)
            checks.check(lambda near=near: near, [()], expected=[1.0], tol=tol)
            with pytest.raises(NotYet):
                checks.check(lambda far=far: far, [()], expected=[1.0], tol=tol)


class TestDiagnosis:
    def test_the_misconception_is_named_by_value(self):
        feedback = try_sum(lambda x, w, b: x @ w)
        assert feedback.code == "bias-forgotten"
        assert "z = -1.5 is what comes out without the bias term." in str(feedback)

    def test_no_misconception_fits_an_unknown_value(self):
        feedback = try_sum(lambda x, w, b: 17.0)
        assert feedback.code is None
        assert "by hand" in str(feedback)

    def test_every_case_must_fit(self):
        def mixed(x, w, b):
            return x @ w if len(x) == 3 else 17.0

        assert try_sum(mixed).code is None

    def test_terms_are_isolated(self):
        none = np.zeros(3)
        feedback = try_sum(
            lambda x, w, b: x @ w,
            isolate={
                "the bias": (none, CASES[0][1], 0.75),
                "the inputs": (CASES[0][0], CASES[0][1], 0.0),
            },
        )
        assert "no   the bias alone: expected 0.75 got 0" in str(feedback)
        assert "ok   the inputs alone" in str(feedback)

    def test_an_unknown_task_is_the_authors_error(self):
        with pytest.raises(KeyError, match="no task"):
            checks.check(lambda: 1, [()], expected=[2], task="no-such-task")

    def test_margin_counts_tolerances(self):
        with pytest.raises(NotYet) as caught:
            checks.check(lambda: 1.25, [()], expected=[1.0], tol="hand")
        assert caught.value.margin == pytest.approx(250)


class TestOwnWork:
    def test_a_forbidden_function_is_seen_under_any_name(self):
        from nnbyhand.gates import neuron as borrowed

        feedback = try_sum(lambda x, w, b: borrowed(x, w, b), forbid=(gates.neuron,))
        assert feedback.code == "library-answer"

    def test_a_forbidden_package_is_seen_compiled_or_not(self):
        def compiled(x, w, b):
            return np.asarray(x) @ w + b + 0 * math.sqrt(4)

        def written(x, w, b):
            return np.asarray(x) @ w + b + 0 * float(fractions.Fraction(1))

        for borrowed, package in ((compiled, "math"), (written, "fractions")):
            assert try_sum(borrowed, forbid=("decimal", "torch")) is None
            feedback = try_sum(borrowed, forbid=(package, "torch"))
            assert feedback.code == "library-answer"
            assert f"calls {package}" in str(feedback)

    def test_a_forbidden_function_of_torch_is_seen(self):
        torch = pytest.importorskip("torch")

        def borrowed(x, w, b):
            return (torch.tensor(x) @ torch.tensor(w)).item() + b

        feedback = try_sum(borrowed, forbid=("torch",))
        assert "calls torch" in str(feedback)

    def test_a_forbidden_numpy_function_is_seen_by_name(self):
        def borrowed(z):
            return np.heaviside(z, 0)

        with pytest.raises(NotYet, match="calls heaviside"):
            checks.check(borrowed, [(1.0,)], expected=[1], forbid=(np.heaviside,))

    def test_own_work_is_correct(self):
        assert try_sum(right, forbid=(gates.neuron,)) is None


class TestWords:
    def test_lines_are_short_enough_for_the_validator(self):
        long = np.linspace(0, 1, 40)
        feedbacks = [
            try_sum(lambda x, w, b: 17.0),
            try_sum(lambda x, w, b: "text " * 40),
        ]
        with pytest.raises(NotYet) as caught:
            checks.check(lambda: long + 1, [()], expected=[long])
        feedbacks.append(caught.value)
        for feedback in feedbacks:
            assert max(len(line) for line in str(feedback).splitlines()) < 85

    def test_ipython_shows_the_lines_and_no_traceback(self):
        feedback = try_sum(lambda x, w, b: 17.0)
        assert feedback._render_traceback_() == str(feedback).splitlines()
        assert "Traceback" not in str(feedback)

    def test_parts_are_compared_one_by_one(self):
        with pytest.raises(NotYet, match="part 2: expected one number"):
            checks.check(lambda: (1.0, [1, 2]), [()], expected=[(1.0, 2.0)])

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            ([1.0] * 7, "expected one number, got a list of 7 numbers"),
            ((1.0, 2.0), "expected one number, got a tuple of 2 numbers"),
            ([[1.0, 2.0]], "expected one number, got a list of shape (1, 2)"),
            (np.ones(7), "expected one number, got an array of shape (7,)"),
        ],
    )
    def test_a_list_is_called_a_list(self, value, words):
        with pytest.raises(NotYet) as caught:
            checks.check(lambda: value, [()], expected=[1.0])
        assert words in " ".join(str(caught.value).split())

    def test_many_cases_are_counted(self):
        with pytest.raises(NotYet, match="and 6 more cases like these"):
            checks.check(
                lambda x: x + 1, [(i,) for i in range(10)], expected=list(range(10))
            )


class TestProperties:
    def test_a_property_holds(self, capsys):
        checks.check_that(lambda: 4, "gives an even number", lambda f: f() % 2 == 0)
        assert "CORRECT  (gives an even number)" in capsys.readouterr().out

    def test_a_property_that_fails_is_said(self):
        with pytest.raises(NotYet, match="gives an even number"):
            checks.check_that(lambda: 3, "gives an even number", lambda f: f() % 2 == 0)

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (None, "got None Is there a `return`"),
            ("forty-two", "got text 'forty-two' Is that the kind of value"),
            (np.mean, "got a function Did you leave out the brackets"),
        ],
    )
    def test_a_wrong_type_is_said_and_not_an_error_of_the_test(self, value, words):
        with pytest.raises(NotYet) as caught:
            checks.check_that(lambda: value, "is even", lambda f: f() % 2 == 0)
        assert words in " ".join(str(caught.value).split())

    def test_text_is_right_where_the_property_holds(self, capsys):
        checks.check_that(lambda: "ab", "is short", lambda f: len(f()) < 3)
        assert "CORRECT" in capsys.readouterr().out

    def test_an_error_names_the_property_and_the_own_line(self):
        def broken(n):
            return [][n]

        with pytest.raises(NotYet) as caught:
            checks.check_that(broken, "is even", lambda f: f(2) % 2 == 0)
        said = " ".join(str(caught.value).split())
        assert "broken, tried for “is even”, stopped with IndexError" in said
        assert "in your line: return [][n]" in said

    def test_a_class_is_handed_on_as_it_is(self, capsys):
        class Tally:
            start = 4

        checks.check_that(Tally, "starts even", lambda cls: cls.start % 2 == 0)
        assert "CORRECT" in capsys.readouterr().out


class TestCheckpoint:
    def test_as_stated(self, capsys):
        checks.checkpoint("G-17", -0.75, -0.75)
        assert capsys.readouterr().out == "checkpoint G-17: -0.75, as stated\n"

    def test_another_number_is_refused(self):
        with pytest.raises(NotYet, match=r"expected -0\.75   got 0\.75"):
            checks.checkpoint("G-17", 0.75, -0.75)


class TestCasesThatNeedCare:
    def test_a_generator_is_the_same_for_answer_and_reference(self):
        def draw(rng):
            return rng.normal(size=3)

        cases = [(np.random.default_rng(3),)]
        checks.check(draw, cases, reference=draw)

    def test_parts_of_unequal_length_are_told_apart(self):
        with pytest.raises(NotYet, match="expected"):
            checks.check(
                lambda: ([1, 2], [1, 2, 4]), [()], expected=[([1, 2], [1, 2, 3])]
            )

    def test_two_large_arrays_are_told_apart_where_they_differ(self):
        right = np.arange(900.0).reshape(30, 30)
        other = right.copy()
        other[17, 4] += 5
        with pytest.raises(NotYet) as caught:
            checks.check(lambda: other, [()], expected=[right])
        said = " ".join(str(caught.value).split())
        assert "at index (17, 4): expected 514, got 519" in said

    def test_who_gives_a_list_hears_of_numbers(self):
        with pytest.raises(NotYet, match="expected 3 numbers, got a list of 2 numbers"):
            checks.check(lambda: [1, 2], [()], expected=[np.array([1, 2, 3])])

    def test_a_dict_is_written_on_one_line(self):
        short = {"W": np.array([[1.0, 2.5], [3, 4]]), "b": np.zeros(2)}
        assert show_value(short) == "{W: [[1 2.5] [3 4]], b: [0 0]}"
        long = {f"W{i}": np.ones((4, 3)) for i in range(4)}
        said = "a dict of W0 (4, 3), W1 (4, 3), W2 (4, 3), W3 (4, 3)"
        assert show_value(long) == said

    def test_whole_numbers_are_not_padded(self):
        assert show_value(np.array([[8, -11], [100, 2]])) == "[[8 -11] [100 2]]"

    def test_a_list_of_arrays_is_no_array(self):
        assert show_value([np.zeros(2), np.ones(3)]) == "[[0 0], [1 1 1]]"
        said = "a list of 2 arrays, (4, 3), (4, 3)"
        assert show_value([np.full((4, 3), 0.125)] * 2) == said

    def test_a_known_slip_is_named_before_more_numbers_come(self):
        with pytest.raises(NotYet) as caught:
            checks.check(
                lambda Z: np.max(Z, 0),
                [(np.array([-1.0, 2.0]),), (np.eye(2),)],
                expected=[[0, 2], np.eye(2)],
                task="forward-relu",
            )
        said = str(caught.value)
        assert said.count("  no ") == 2
        assert said.index("compares place by place") < said.rindex("  no ")

    @pytest.mark.parametrize(
        "slip",
        [
            lambda run: sum(pair for pair in run.epoch),
            lambda run: run.epoch[1],
            lambda run: run.epoch + 1,
            lambda run: run.epoch < 1,
            lambda run: float(run.epoch),
        ],
    )
    def test_forgotten_brackets_are_named(self, slip):
        class Run:
            def epoch(self):
                return 1.0, 2.0

        with pytest.raises(NotYet, match=r"put\s+brackets\s+behind\s+its\s+name"):
            checks.check(slip, [(Run(),)], expected=[1.0])

    def test_a_network_is_named(self):
        torch = pytest.importorskip("torch")
        with pytest.raises(NotYet, match="got a network, Linear"):
            checks.check(lambda: torch.nn.Linear(1, 2), [()], expected=[1.0])
        with pytest.raises(NotYet, match="got the class Linear"):
            checks.check(lambda: torch.nn.Linear, [()], expected=[1.0])

    def test_a_shape_with_more_axes_than_names_is_explained(self):
        def area(X):
            h, w = X.shape
            return h * w

        with pytest.raises(NotYet, match=r"a\s+part\s+for\s+each\s+axis"):
            checks.check(area, [(np.zeros((2, 3, 4)),)], expected=[6])

    def test_layers_before_the_network_is_prepared_are_explained(self):
        torch = pytest.importorskip("torch")

        class Net(torch.nn.Module):
            def __init__(self):
                self.layer = torch.nn.Linear(1, 2)

        with pytest.raises(NotYet, match=r"`super\(\).__init__\(\)`"):
            checks.check(lambda: Net(), [()], expected=[1.0])

    def test_an_array_may_stand_for_several_parts(self):
        checks.check(lambda: np.eye(2), [()], expected=[([1, 0], [0, 1])])

    def test_a_wrong_form_gets_the_same_allowance_of_shape(self):
        with pytest.raises(NotYet) as caught:
            checks.check(
                lambda x, w, b: x @ w,
                [(np.array([2.0]), np.array([3.0]), 0.5)],
                reference=gates.neuron,
                task="neuron-sum",
            )
        assert caught.value.code == "bias-forgotten"

    def test_a_slow_answer_is_stopped_once(self, monkeypatch):
        monkeypatch.setattr("nnbyhand.checks.calling.SECONDS", 0.2)
        tried = []

        def slow(x):
            tried.append(x)
            while True:
                time.sleep(0.01)

        with pytest.raises(NotYet, match="still running"):
            checks.check(slow, [(1,), (2,), (3,)], expected=[1, 2, 3])
        assert tried == [1]

    def test_nested_parts_are_compared(self):
        target = ((1.0, np.array([2.0, 3.0])), 4.0)
        checks.check(lambda: ((1.0, [2.0, 3.0]), 4.0), [()], expected=[target])
        with pytest.raises(NotYet, match="expected"):
            checks.check(lambda: ((1.0, [2.0, 9.0]), 4.0), [()], expected=[target])
        with pytest.raises(NotYet, match="not finite"):
            checks.check(lambda: ((1.0, [np.nan, 3]), 4.0), [()], expected=[target])

    def test_an_array_in_an_if_is_explained(self):
        def asks(z):
            return 1 if z > 0 else 0

        with pytest.raises(NotYet, match="Compare the array itself"):
            checks.check(asks, [(np.array([1.0, -1.0]),)], expected=[[1, 0]])

    @pytest.mark.parametrize(
        ("answer", "told"),
        [
            (lambda u: answers_itself(u), "calls itself without end"),
            (lambda u: [a + b for a, b in u], "takes a tuple or a list apart"),
            (lambda u: sum(u[0]), "A tuple of one is written"),
            (lambda u: u[0][0], "A tuple of one is written"),
            (lambda u: u[0].slope, "turn plain ones into that kind"),
            (lambda u: math.sin(u), "Take it apart first"),
        ],
    )
    def test_a_plain_number_in_the_wrong_place_is_explained(self, answer, told):
        with pytest.raises(NotYet) as refused:
            checks.check(answer, [((2.5, 1.0),)], expected=[1.0])
        assert told in " ".join(str(refused.value).split())

    def test_advice_fits_the_rung(self):
        assert "another form" in str(try_sum(lambda x, w, b: np.eye(3)))
        assert "by hand" in str(try_sum(lambda x, w, b: 17.0))


def test_value_without_a_shape_is_no_error() -> None:
    assert _shape_of([[1.0], [2.0, 3.0]]) == ""
    torch = pytest.importorskip("torch")
    a = torch.tensor(2.0, requires_grad=True)
    assert _shape_of((a * 3, None)) == ""
