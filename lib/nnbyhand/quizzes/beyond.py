"""Questions on fine-tuning and beyond, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question


def _ask(
    text: str, right: str, *others: tuple[str, str], why: str = "Yes."
) -> Question:
    """Put the right option among the others, always at the same place for a text."""
    options = list(others)
    options.insert(len(text) % (len(others) + 1), (right, why))
    return Question(text, dict(options), right)


QUIZZES: dict[str, list[Question]] = {
    "X-04": [
        _ask(
            "A network was trained on faces. What does its first layer respond to?",
            "edges and spots",
            ("eyes and noses", "Parts come later: they are made of edges."),
            ("whole faces", "Only the last layers put parts together."),
            why="From edges to parts to faces: each layer joins what the last found.",
        ),
        _ask(
            "New pictures, quite another question. Which layers do you keep longest?",
            "the first ones",
            ("the last ones", "They answer the old question."),
            ("all or none", "Layers can be kept one by one."),
            why="Edges are edges, whatever is asked.",
        ),
    ],
    "X-05": [
        _ask(
            "A cell of the zoo is called “match input output”. In which network?",
            "autoencoder",
            ("recurrent network", "Its cells see their own last output."),
            ("convolutional network", "Its cells are kernels, convolution or pool."),
            why="Its target is its input.",
        ),
        _ask(
            "“Gated memory” belongs to …",
            "an LSTM",
            ("a plain recurrent network", "It has no gates and forgets quickly."),
            ("a Boltzmann machine", "Its cells fire by chance."),
            why="Gates decide what is kept, admitted and shown.",
        ),
        _ask(
            "“Probabilistic hidden” cells …",
            "fire by chance, as in a Boltzmann machine",
            ("give probabilities of classes", "That is a softmax output."),
            ("are dropped by chance", "Dropout is a way of training, not a cell."),
        ),
        _ask(
            "A network that gets noise and must give the clean picture has …",
            "noisy input cells",
            ("spiking hidden cells", "Those fire in pulses over time."),
            ("capsule cells", "Those give a vector each."),
            why="A denoising autoencoder.",
        ),
        _ask(
            "Where do you find “backfed input” cells?",
            "where outputs return as inputs",
            ("in every feed-forward network", "There all goes one way."),
            ("in support vector machines", "Those have kernel cells."),
            why="As in Hopfield networks.",
        ),
    ],
    "X-06": [
        _ask(
            "An autoencoder has targets too. Why is it called unsupervised?",
            "nobody had to label anything",
            ("it has no loss", "It has one: the squared difference to the input."),
            ("it does not learn", "It learns as all others do."),
            why="The input is its own target.",
        ),
        _ask(
            "Predicting tomorrow's rain from years of records: which kind?",
            "supervised",
            ("unsupervised", "The answers are given, so this is supervised."),
            why="Each day's rain was measured the day after: the answer is given.",
        ),
    ],
    "X-07": [
        _ask(
            "Cancer in a picture of tissue, yes or no. Output and loss?",
            "one sigmoid, binary cross-entropy",
            ("softmax of one unit", "Softmax of one number is always 1."),
            ("linear, squared error", "Possible, and a poor fit: it is no quantity."),
        ),
        _ask(
            "Speech recognition. What goes in?",
            "a sequence of sound features",
            ("one average of the recording", "Order matters here."),
            ("the text", "That is what comes out."),
        ),
        _ask(
            "Go: what may the network give?",
            "a probability for each move, and who is likely to win",
            ("the rules", "Those are given."),
            ("one number, the best move's", "A number would make neighbours of moves."),
        ),
        _ask(
            "Recommending films: which loss fits “will finish it: yes or no”?",
            "binary cross-entropy",
            ("squared error of the title", "A title is not a quantity."),
            ("no loss, it is unsupervised", "The answers are given by past viewers."),
        ),
        _ask(
            "The price of a share tomorrow: output and loss?",
            "linear, squared error",
            ("softmax", "A price is a number: no activation, squared error."),
            why="And a baseline: today's price. It is hard to beat.",
        ),
        _ask(
            "A chatbot writes word by word. What does each step give?",
            "a probability for each word of a list",
            ("one sigmoid", "There are more than two words."),
            ("a finished answer", "One word at a time; the chosen one goes back in."),
        ),
        _ask(
            "Drug discovery: 50,000 molecules, an effect measured for 500. First step?",
            "learn from all molecules without labels, then fine-tune on the 500",
            ("throw the others away", "They tell what molecules look like."),
            ("train on 50,000 made-up effects", "Then it learns what was made up."),
        ),
    ],
    "X-08": [
        _ask(
            "Ise and Oba forecast climatic trends from global temperature records "
            "turned into pictures. Why could they use networks for images?",
            "a table drawn as a picture has neighbours too",
            ("networks see only pictures", "Any numbers may go in."),
            ("the weather looks like a cat", "It need not look like anything."),
        ),
        _ask(
            "Oustimov and Vu review networks in cancer genomics. What is special?",
            "thousands of inputs for each of few patients",
            ("images of 28 by 28", "Genes, not pixels."),
            ("too many patients", "Few: so overfitting threatens."),
        ),
        _ask(
            "Galassi, Lippi and Torroni (2021) order the many kinds of attention in "
            "language processing. What does attention compute?",
            "weights that say which parts of the input count now",
            ("the length of a text", "It weighs places."),
            ("whether the reader is awake", "The network's attention is meant."),
        ),
        _ask(
            "Lopez-Moreno and others identify languages from short sound. What is the "
            "output?",
            "a probability for each language",
            ("a translation", "Only which language it is."),
            ("a number from 1 to 8", "Languages are classes, not quantities."),
        ),
        _ask(
            "Tran and others (2021) review deep learning for cancer: diagnosis, "
            "prognosis, choice of treatment. What must be shown before it is used?",
            "that it works on patients of other hospitals",
            ("that training loss is small", "That says nothing about new patients."),
            ("that it is deep", "Depth is a means."),
        ),
    ],
    "X-09": [
        _ask(
            "A slide trains a detector on COCO, “300k images of 90 objects”. In the "
            "label map the largest id is 90. How many kinds are annotated?",
            "80",
            ("90", "The largest id is 90, some ids are unused."),
            ("91", "Ids begin at 1, and ten are unused."),
        ),
    ],
    "X-12": [
        _ask(
            "Perceptron: what does it compute?",
            "a weighted sum, then a threshold",
            ("the mean of its inputs", "Weights make the difference."),
            ("a probability", "Its output is 0 or 1."),
        ),
        _ask(
            "What do weights and bias of a perceptron draw in the plane?",
            "a straight line",
            ("a circle", "One unit cuts straight."),
            ("any curve", "That takes a hidden layer."),
        ),
        _ask(
            "Forward propagation of 784-128-10: how many activations come last?",
            "10",
            ("128", "Those are the hidden units."),
            ("101,770", "Those are the parameters."),
        ),
        _ask(
            "Why an activation between two layers?",
            "without it two layers are one linear map",
            ("to make numbers positive", "tanh gives negative ones."),
            ("to save time", "It costs time."),
        ),
        _ask(
            "What are the layers between input and output called?",
            "hidden",
            ("frozen", "Only if they may not learn."),
            ("secret", "You may look at them."),
        ),
        _ask(
            "Backpropagation gives …",
            "the slope of the loss for every weight",
            ("the best weights", "It gives a direction for one step."),
            ("the outputs", "That is the way forward."),
        ),
        _ask(
            "Of these, which is a hyperparameter?",
            "the learning rate",
            ("a bias", "It is learned."),
            ("the loss of epoch 3", "It is measured."),
        ),
        _ask(
            "90 of 100 examples are cats; “always cat” is right for 90. Its "
            "balanced accuracy?",
            "0.5",
            ("0.9", "That is the plain accuracy."),
            ("0", "It is right on cats."),
        ),
        _ask(
            "Training loss falls, validation loss rises. What is it called?",
            "overfitting",
            ("underfitting", "Then both stay high."),
            ("divergence", "Then the training loss grows as well."),
        ),
        _ask(
            "Rows of data repeat, some in training and test. What is the danger?",
            "a score that is too good",
            ("a score that is too low", "Known answers raise it."),
            ("none", "It is a leak."),
        ),
        _ask(
            "Which part of the data chooses the epoch?",
            "validation",
            ("test", "It is opened once, at the end."),
            ("training", "Its loss falls for ever."),
        ),
        _ask(
            "In your own words, what does a network learn? Choose the nearest.",
            "numbers that turn inputs into outputs with a small loss on examples",
            ("rules that it can explain", "There are numbers only."),
            ("the examples", "Then it would be useless on new ones."),
        ),
    ],
    "X-15": [
        _ask(
            "The equations of backpropagation were known in 1986. What came later?",
            "much more data, and hardware that computes in parallel",
            ("the chain rule", "It is some 300 years older."),
            ("the idea of a neuron", "It is of 1943."),
        ),
        _ask(
            "Which work did deep networks take over from people?",
            "to design features",
            ("to collect data", "More of it is needed than ever."),
            ("to judge the result", "Nobody else can."),
            why="Edges, parts, wholes are learned instead of written down.",
        ),
    ],
}
