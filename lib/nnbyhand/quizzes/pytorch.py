"""Questions on networks in PyTorch, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "N-01": [
        Question(
            "In which tier does automatic differentiation stand?",
            {
                "development": "There you find layers, losses and optimisers, which "
                "use it.",
                "tensor infrastructure": "Tensors, variables, derivatives, and the "
                "spreading of work.",
                "hardware": "A graphics card multiplies and adds; it knows no slopes.",
            },
            "tensor infrastructure",
        ),
        Question(
            "What is the relation of Keras 3 and PyTorch?",
            {
                "PyTorch contains Keras": "PyTorch knows nothing of Keras.",
                "Keras can run on PyTorch": "It is one of three backends; the others "
                "are TensorFlow and JAX.",
                "they exclude each other": "You can install both; one uses the other.",
            },
            "Keras can run on PyTorch",
        ),
        Question(
            "Which of these is still developed?",
            {
                "Theano": "It ended in 2017.",
                "CNTK": "Its last version is of 2019.",
                "MXNet": "It was retired in 2023.",
                "JAX": "And so are TensorFlow, PyTorch and Keras.",
            },
            "JAX",
        ),
        Question(
            "TensorFlow describes itself as a library for numerical computation. On "
            "which machines?",
            {
                "graphics cards only": "A plain processor is enough.",
                "Google's data centres only": "Anyone may install it.",
                "from phones to clusters, on CPU, GPU and TPU": "One program, many "
                "kinds of hardware.",
            },
            "from phones to clusters, on CPU, GPU and TPU",
        ),
        Question(
            "Keras is called a high-level API. What did that mean when it began, and "
            "now?",
            {
                "then and now: a front for several backends": "First Theano, then "
                "TensorFlow and CNTK; now TensorFlow, JAX and PyTorch.",
                "then and now: a part of TensorFlow": "It was, for some years in "
                "between.",
                "now it computes everything itself": "It still hands the computing to "
                "a backend.",
            },
            "then and now: a front for several backends",
        ),
    ],
    "N-12": [
        Question(
            "A model has two inputs, an image and a date, which meet in a later layer. "
            "Which Keras style is too narrow?",
            {
                "sequential": "It is one row of layers, each with one input.",
                "functional": "There every layer is called on what it takes.",
                "class": "The method call may do anything.",
            },
            "sequential",
        ),
        Question(
            "`outputs = layers.Dense(3)(H)` calls a layer like a function. Which style "
            "is it?",
            {
                "sequential": "There the layers stand in a list, and nobody calls "
                "them.",
                "functional": "Layers are functions, joined by what they return.",
                "none": "It is one of the three.",
            },
            "functional",
        ),
        Question(
            "The same network was written in all three styles. Which has the most "
            "parameters?",
            {
                "sequential": "The style does not change the layers.",
                "class": "The style does not change the layers.",
                "they have equally many": "The layers are the same.",
            },
            "they have equally many",
        ),
    ],
    "N-19": [
        Question(
            "60,000 images, batches of 32, 5 epochs. How many times does the optimiser "
            "step?",
            {
                "1,875": "That is one epoch.",
                "9,375": "5 · 1,875.",
                "300,000": "That many images are seen, 32 at a time.",
            },
            "9,375",
        ),
        Question(
            "Adam at 0.0001 takes 9,375 steps. How far can a weight go, at most about?",
            {
                "0.0001": "That is one step.",
                "0.94": "9,375 · 0.0001.",
                "as far as the gradient says": "Adam divides by the gradient's usual "
                "size: a step is about the rate.",
            },
            "0.94",
        ),
    ],
}
