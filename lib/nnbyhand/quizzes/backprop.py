"""Questions on backpropagation, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "B-01": [
        Question(
            "A weight of the first layer gets its gradient last. What of the forward "
            "pass must still be known then, for every example of the batch?",
            {
                "the loss alone": "One number cannot tell which input was large.",
                "the outputs of the network": "They give the error, but not what "
                "entered each layer.",
                "the sums and activations of every layer, inputs included": "The sums "
                "for the slopes, the activations for BP4. That is why training takes "
                "more memory than answering.",
            },
            "the sums and activations of every layer, inputs included",
        ),
        Question(
            "Two hidden units send 0.9 and 0.1 to one output unit that is too high. "
            "Which of their two weights into it is changed more in this step?",
            {
                "that of the unit that sent 0.9": "Its weight contributed more: the "
                "gradient is nine times as large.",
                "that of the unit that sent 0.1": "It had little part in the error.",
                "both alike": "That would be the bias, whose input is always 1.",
                "the larger weight": "The size of the weight itself is not in its "
                "gradient.",
            },
            "that of the unit that sent 0.9",
        ),
    ],
    "B-15": [
        Question(
            "A network of 1000 weights: how many forward passes do central differences "
            "take for one gradient?",
            {
                "2": "Two for each weight, since each is moved alone.",
                "1000": "That is one side only, and the unmoved loss.",
                "2000": "Up and down for each weight.",
            },
            "2000",
        ),
        Question(
            "And backpropagation, counted in forward passes?",
            {
                "about 3": "One forward; going back takes about two more, for the "
                "deltas and for the gradients.",
                "about 1000": "It does not walk once for each weight: that is its "
                "point.",
                "none": "Without a forward pass there is no error to send back.",
            },
            "about 3",
        ),
        Question(
            "What are central differences good for, then?",
            {
                "training large networks": "It would take days for one step.",
                "checking a new gradient on a small network": "Slow does not matter "
                "there, and they share no code with what they check.",
                "nothing": "They need no formula, so they cannot share your mistake.",
            },
            "checking a new gradient on a small network",
        ),
    ],
}
