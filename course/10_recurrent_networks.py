# %% [markdown] syllabus="R-01"
# # 10 Recurrent networks
#
# A network that has read a sentence must remember how it began. The networks so far
# remember nothing: every example is the first. Today the output goes back in.
#
# **You will be able to**
#
# - run recurrent units and LSTMs step by step, and send gradients back through time;
# - say why gradients vanish or explode, and what clipping and gates do about it;
# - solve a task that needs memory, forecast a series honestly, and let a network write.
#
# **You need** lessons [06](06_backpropagation.ipynb) (gradients) and
# [07](07_training_in_practice.ipynb) (training). About 180 minutes (an estimate), then the
# assignment `10_recurrent_networks`.

# %%
import numpy as np

from nnbyhand import data, layers, losses, optim, sequences, train, widgets
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import recurrent as explore
from nnbyhand.network import Network
from nnbyhand.recurrent import LSTM, RNN, clip_by_norm, lstm_step
from nnbyhand.show import show, show_figure

# %% [markdown] syllabus="R-01 R-02"
# ## A loop in the network
#
# *About 20 minutes (an estimate).*
#
# A feed-forward network has no loop. A **recurrent** one feeds its output back: units stay
# active for a while and start others. Unrolled in time, the loop is a chain that uses the
# same weights at every step. What does it change?

# %% syllabus="R-01"
show_figure(explore.draw_unrolled())

# %% syllabus="R-01"
widgets.quiz("R-01")

# %% [markdown] syllabus="R-02"
# The **state** h is a function of the state before and the new input:
#
# $$h_t = f(h_{t-1}, x_t) = \tanh(w_x x_t + w_h h_{t-1} + b)$$
#
# Take w_x = 1, w_h = −2, b = 0.5, a start of 0.3, and read 1, −1, 0.5. First: 1·1 − 2·0.3 +
# 0.5 = 0.9, and tanh 0.9 = **0.716**. The second begins with 0.716. Find both others, then
# run:

# %% syllabus="R-02"
w_x, w_h, b = data.RECURRENT_W_X, data.RECURRENT_W_H, data.RECURRENT_B
h, states = data.RECURRENT_H0, []
for x in data.RECURRENT_X:
    h = np.tanh(w_x * x + w_h * h + b)
    states.append(h)
checkpoint("R-02", states, [0.7162978702, -0.9589426986, 0.9941746752])

# %% [markdown] syllabus="R-02"
# > **Find the mistake.** "My unit gave 0.716 for the first input, so it works." It uses the
# > *start* at every step. Which step shows it?

# %% syllabus="R-02"
stale = np.tanh(w_x * data.RECURRENT_X + w_h * data.RECURRENT_H0 + b)
show(stale, 3, name="always the start")
show(states, 3, name="passed on       ")

# %% [markdown] syllabus="R-09"
# The second; with a start of 0, even a unit without memory passes the first. Test memory
# with several steps, from a state that is not 0.
#
# A layer has many units, and walks along **axis 1**, time: X is (n, t, d). Four sequences of
# six steps with two numbers each, three units: which shape comes out?

# %% syllabus="R-09"
rng = np.random.default_rng(10)
X = rng.normal(size=(4, 6, 2))
print(RNN(2, 3, rng).forward(X).shape)
unit = RNN.from_arrays([[w_x]], [[w_h]], [b])
start = np.array([[data.RECURRENT_H0]])
H = unit.forward(data.RECURRENT_X[None, :, None], H_start=start)
checkpoint("R-09", H[0, :, 0], states)

# %% [markdown] syllabus="R-09"
# (4, 6, 3): a state of three numbers after each step. Every sequence starts afresh.
#
# ## Back through time
#
# *About 25 minutes (an estimate).*
#
# Unrolled, the chain is a deep network, so lesson 06 applies. Let the loss be the **last**
# state. The same w_h acts three times, so its gradient has three shares, one a step. On each
# step back the gradient is multiplied by the slope 1 − h² and by w_h. Which share is
# smallest? (The layer's `backward`, below, and PyTorch add all three up.)

# %% syllabus="R-09"
slopes = 1 - np.square(states)
before = [data.RECURRENT_H0, *states[:2]]
arriving, shares = 1.0, []
for t in (2, 1, 0):
    delta = arriving * slopes[t]
    shares.append(delta * before[t])
    arriving = delta * w_h
show(shares, 5, name="steps 3, 2, 1")


# %% syllabus="R-09" tags=["nbval-ignore-output"]
def with_torch():
    """The slope of the last state along w_h, as PyTorch finds it."""
    import torch

    w = torch.tensor(w_h, dtype=torch.float64, requires_grad=True)
    h = torch.tensor(data.RECURRENT_H0, dtype=torch.float64)
    for x in data.RECURRENT_X:
        h = torch.tanh(w_x * float(x) + w * h + b)
    h.backward()
    return w.grad.item()


unit.backward(np.array([[[0.0], [0.0], [1.0]]]))
checkpoint("R-09 gradient", unit.grads["W_h"], [[sum(shares)]])
try:
    checkpoint("R-09 torch", with_torch(), sum(shares))
except ImportError:
    print("PyTorch is not installed here, so there is nothing to compare.")

# %% [markdown] syllabus="R-08"
# The oldest step's: it has passed the most factors.
#
# ## Vanish or explode
#
# *About 20 minutes (an estimate).*
#
# One factor a step: ten sigmoid slopes of at most 0.25 leave 0.25¹⁰ ≈ 0.00000095. With many
# units the factor is a matrix. We measure: 32 units, 50 steps, the loss at the end, and
# W_h a rotation times 0.7, 1 or 1.5. What will each line do?


# %% syllabus="R-08"
def lengths(scale, n_steps=50):
    """Length of dC/dh after each step back."""
    rng = np.random.default_rng(3)
    layer = RNN(1, 32, rng)
    rotation = np.linalg.qr(rng.normal(size=(32, 32)))[0]
    W_h = layer.params["W_h"] = scale * rotation
    H = layer.forward(0.01 * rng.normal(size=(1, n_steps, 1)))
    dH = np.ones((1, 32)) / 32**0.5
    found = [1.0]
    for t in reversed(range(n_steps)):
        dH = dH * (1 - H[:, t] ** 2) @ W_h.T
        found.append(np.linalg.norm(dH))
    return np.array(found)


went = {f"W_h × {scale}": lengths(scale) for scale in (1.5, 1.0, 0.7)}
show_figure(explore.draw_fading(went))
checkpoint("R-08 sigmoid", round(0.25**10 * 1e8), 95)

# %% [markdown] syllabus="R-08"
# With 0.7 it **vanishes**: what happened 50 steps ago teaches nothing. With 1.5 it **explodes**,
# but only 30 steps back: the later states are large, so tanh's slope is small.
#
# Against exploding there is **clipping**: measure the length of all gradients *together*; if
# it exceeds a limit, multiply all by limit / length. The direction stays. What becomes of 8 and
# (−6, 24) with limit 13?

# %% syllabus="R-08"
long = {"W": np.array([8.0]), "b": np.array([-6.0, 24.0])}
short, length = clip_by_norm(long, 13)
checkpoint("R-08 length", length, 26)
checkpoint("R-08 clipped", short["b"], [-3, 12])

# %% [markdown] syllabus="R-03 R-05"
# Halved, for √(64+36+576) = 26. Against vanishing, clipping does nothing.
#
# ## Four gates’ worth of weights
#
# *About 40 minutes (an estimate).*
#
# The **LSTM** (long short-term memory) has a second state, the memory C, multiplied and
# added to once a step. Each block weighs [h, x], joined:
#
# - forget gate f = σ(W_f[h,x] + b_f): how much of C stays;
# - input gate i = σ(W_i[h,x] + b_i): how much enters;
# - candidate C̃ = tanh(W_C[h,x] + b_C): what may enter.
#
# One unit, h = −0.5, C = 2, x = 1. Weights of h, of x, and bias: f (1, −0.5, 2), i (−2, 0.5,
# −2), C̃ (0.5, −1.5, 0.5). So f = σ(1) = 0.731. Find i and C̃:

# %% syllabus="R-03 R-06"
from nnbyhand.activations import sigmoid

f = sigmoid(1 * -0.5 - 0.5 * 1 + 2)
i = sigmoid(-2 * -0.5 + 0.5 * 1 - 2)
candidate = np.tanh(0.5 * -0.5 - 1.5 * 1 + 0.5)
said = [0.7310585786, 0.3775406688, -0.8482836400]
checkpoint("R-03", [f, i, candidate], said)

# %% [markdown] syllabus="R-04"
# 0.378 and −0.848: gates lie between 0 and 1, a candidate may be negative. Then
#
# - memory C = f ∗ C + i ∗ C̃;
# - output gate o = σ(W_o[h,x] + b_o), here with (1.5, 1, −0.5);
# - output h = o ∗ tanh C.
#
# ∗ works place by place. What are the new C and h? And after x = −1?

# %% syllabus="R-04 R-06"
C = f * 2 + i * candidate
o = sigmoid(1.5 * -0.5 + 1 * 1 - 0.5)
h = o * np.tanh(C)
checkpoint("R-04", [C, o, h], [1.1418555845, 0.4378234991, 0.3568427806])
weights = data.LSTM_W_X, data.LSTM_W_H, data.LSTM_B
h2, C2 = lstm_step([[-1.0]], [[h]], [[C]], *weights)
checkpoint("R-06", [C2, h2], [[[1.1174955716]], [[0.2225924472]]])

# %% [markdown] syllabus="R-05"
# The whole unit in one drawing, with letters for names. Which is which?

# %% syllabus="R-05"
show_figure(explore.draw_cell())

# %% syllabus="R-05"
widgets.quiz("R-05")

# %% [markdown] syllabus="R-06"
# > **Find the mistake.** Someone keeps 1 − f of the memory in place of f. Their test starts
# > with h = 0 and C = 0, and passes. Why?

# %% syllabus="R-06"
for h0, C0 in ((0, 0), (-0.5, 2)):
    right = lstm_step([[1.0]], [[h0]], [[C0]], *weights)[1][0, 0]
    z_f = h0 - 0.5 + 2  # keeping 1 - f adds (1 - 2f) C0
    wrong = right + (1 - 2 * sigmoid(z_f)) * C0
    print(f"h {h0}, C {C0}: {right:.3f} is right, theirs {wrong:.3f}")

# %% [markdown] syllabus="R-08"
# A gate on nothing does nothing. Zero states hide a broken forget gate; ours are not zero.
#
# A gate of 0.9 sounds like much. How much does it leave after 50 steps, and 0.5? Then find
# settings that keep the first memory, forget it in a few steps, or replace it by what is
# new:

# %% syllabus="R-08"
explore.memory_explorer()

# %% syllabus="R-08"
checkpoint("R-08", round(0.9**50, 4), 0.0052)
checkpoint("R-08 half", round(0.5**50 * 1e17), 89)

# %% [markdown] syllabus="R-07 R-10"
# Half a percent, and 8.9e-16. A new LSTM starts with a **forget bias** of 1, so f is near σ(1)
# = 0.73, not 0.5. That leaves 1.6e-7; learning must open the gate further. Along C a gradient
# comes back times f alone: no slope, no matrix.
#
# ## The same in PyTorch
#
# *About 10 minutes (an estimate).*
#
# Four blocks, each on [h, x]: 4(h(h + d) + h) parameters. torch keeps *two* bias vectors, which
# it adds, and stacks the blocks in the order i, f, g, o (g is C̃). For 2 inputs and 3 units?

# %% syllabus="R-07"
rng = np.random.default_rng(11)
lstm, plain = LSTM(2, 3, rng), RNN(2, 3, rng)
counts = [sum(p.size for p in part.params.values()) for part in (lstm, plain)]
checkpoint("R-07", [*counts, counts[0] + 4 * 3], [72, 18, 84])


# %% syllabus="R-10" tags=["nbval-ignore-output"]
def there_and_back():
    """The twin's outputs; then other weights, taken from torch."""
    import torch

    from nnbyhand import twins

    twin = twins.to_torch(lstm)
    outputs = twin(torch.tensor(X)).detach()
    torch.nn.init.normal_(twin.inner.weight_hh_l0)
    mine = twins.from_torch(twin, lstm)
    return outputs, mine.forward(X), twin(torch.tensor(X)).detach()


try:
    outputs, mine, theirs = there_and_back()
    checkpoint("R-10 to torch", outputs, lstm.forward(X))
    checkpoint("R-10 from torch", mine, theirs)
except ImportError:
    print("PyTorch is not installed here, so the layer has no twin.")

# %% [markdown] syllabus="R-08 R-09"
# 72, 18 and 84, and the same outputs with weights carried either way.
#
# ## The adding problem
#
# *About 25 minutes (an estimate).*
#
# A task made by the LSTM's inventors: sixty numbers, two of them marked; answer with the sum
# of those two, at the end. One mark lies in the first half. Who always says 1 has a mean
# squared error of 1/6. Both networks get 32 units, 3,000 sequences, Adam and clipping. Who
# will solve it?


# %% syllabus="R-08 R-09" tags=["nbval-ignore-output"]
def adder(kind):
    """Train a layer of 32 units; give the network and its losses."""
    rng, f32 = seed(2), {"dtype": np.float32}
    parts = [kind(2, 32, rng, every_step=False, **f32)]
    network = Network.from_layers([*parts, layers.Dense(32, 1, rng, **f32)])
    how = {"optimiser": optim.Adam(0.01), "epochs": 8, "batch_size": 32}
    history = train.fit(network, X, Y, rng=rng, loss="mse", clip=1, **how)
    return network, history.loss


seed, n_steps = np.random.default_rng, 60
X, Y = sequences.adding_problem(3000, n_steps, seed(1))
test_set = sequences.adding_problem(500, n_steps, seed(2))
nets = {"RNN": adder(RNN), "LSTM": adder(LSTM)}
fell = {name: loss for name, (_, loss) in nets.items()}
show_figure(explore.draw_losses(fell, 1 / 6))
new = {k: train.evaluate(n, *test_set, "mse")[0] for k, (n, _) in nets.items()}
print({name: round(error, 3) for name, error in new.items()})
checkpoint("R-08 RNN", new["RNN"] > 0.12, True)
checkpoint("R-08 LSTM", new["LSTM"] < 0.03, True)

# %% [markdown] syllabus="R-08"
# The plain network stays at the mean, on new sequences even above it. The LSTM stays there for
# six epochs, is thrown up once, then finds the way. How does it do it? Of 32 units, take the one whose memory C moves most at
# the marks. What should its gates do there, and in between?

# %% syllabus="R-08" tags=["nbval-ignore-output"]
lstm, new = nets["LSTM"][0].layers[0], test_set[0]
lstm.forward(new)
i, f, _, _ = lstm.gates.reshape(n_steps, 4, 32, -1).swapaxes(0, 1)
marks = new[:, :, 1].T[:, None]  # (t, 1, n), and i, f are (t, 32, n)
moved = np.abs(np.diff(lstm.C, axis=0))
k = np.argmax((moved * (marks - marks.mean())).sum((0, 2)))
lines = {"i": i[:, k, 0], "f": f[:, k, 0], "C": lstm.C[1:, k, 0]}
show_figure(explore.draw_gates(new[0, :, 1], lines))

# %% [markdown] syllabus="R-11"
# Nobody told it about marks. At both C drops by about 0.3 at once: i is up and the candidate
# negative. Between them f is near 1, and C creeps up. It is no clean switch: early on, i is
# up without a mark.
#
# ## Sunspots, honestly
#
# *About 15 minutes (an estimate).*
#
# Twelve of 309 years of sunspots are known; what comes next? Three rules for honesty:
#
# 1. **Split in time**: train before 1900, choose on 1900 to 1955, test from 1956. A shuffled
#    split would show the network the years beside each test year.
# 2. Mean and spread come from the training years.
# 3. Beat a **baseline**: "same as last year".

# %% syllabus="R-11"
years, values = data.load_sunspots()
mean, spread = values[years < 1900].mean(), values[years < 1900].std()
windows, after = sequences.windows((values - mean) / spread, 12)
when = years[12:]
old, mid, test = when < 1900, (when >= 1900) & (when < 1956), when >= 1956
last = spread * sequences.rmse(windows[test, -1], after[test])
print(old.sum(), "windows to learn from,", test.sum(), "for the test")
checkpoint("R-11 same as last", round(last, 1), 33.4)

# %% [markdown] syllabus="R-11"
# So 33.4 is the error to beat. Beside the LSTM we ask the best weighted sum of the last 3,
# 9 or 12 years; 1900 to 1955 chooses which. Who wins?

# %% syllabus="R-11" tags=["nbval-ignore-output"]
rng, how = seed(0), {"loss": "mse", "optimiser": optim.Adam(0.01)}
parts = [LSTM(1, 12, rng, every_step=False), layers.Dense(12, 1, rng)]
net = Network.from_layers(parts)
known = windows[old, :, None], after[old, None]
train.fit(net, *known, rng=rng, epochs=25, batch_size=16, clip=1, **how)
guess = net.predict(windows[test, :, None])[:, 0]
ours = spread * sequences.rmse(guess, after[test])

# %% syllabus="R-11" tags=["nbval-ignore-output"]
past = {k: np.c_[windows[:, -k:], 1 + 0 * after] for k in (3, 9, 12)}
fits = {k: p @ np.linalg.lstsq(p[old], after[old])[0] for k, p in past.items()}
mids = [spread * sequences.rmse(g[mid], after[mid]) for g in fits.values()]
sums = spread * sequences.rmse(fits[9][test], after[test])
show([*mids, last, sums, ours], 1, name="3, 9, 12; last, 9, LSTM")
drawn = {"LSTM": mean + spread * guess, "last": values[years >= 1955][:-1]}
show_figure(explore.draw_forecast(years[200:], values[200:], drawn, 1956))
checkpoint("R-11 a quarter better", ours < 0.75 * last, True)

# %% [markdown] syllabus="R-11"
# Nine years: 15.1 from 1900 to 1955, against 16.6 and 15.6. On the test the LSTM saves more than
# a quarter of the baseline's error. The weighted sum, ten numbers, gives 19.6; the LSTM from five seeds lies between 17.4 and 23.2, ours being the worst. No
# clear winner: a network must beat simple rules too.
#
# ## One letter after the other
#
# *About 20 minutes (an estimate).*
#
# A play, 93,097 characters. The input is a letter, one-hot; the target the next one; the loss
# counts *every* step. Pieces of 50 letters are mixed, never the letters in one. Guessing
# among 39 characters costs ln 39 = 3.66. How low can a small network come in seconds?

# %% syllabus="R-11"
codes, alphabet = sequences.encode(data.load_text().lower())
n, f32 = len(alphabet), {"dtype": np.float32}
eye, cut = np.eye(n, **f32), codes[: 1800 * 50 + 1]
rows, targets = cut[:-1].reshape(-1, 50), cut[1:].reshape(-1, 50)
print(rows.shape, "".join(alphabet[c] for c in rows[0, :25]))
rng = seed(4)
reader, writer = LSTM(n, 96, rng, **f32), layers.Dense(96, n, rng, **f32)


# %% syllabus="R-11" tags=["nbval-ignore-output"]
def read_once(batch_size=24):
    """Train on all pieces once, in mixed order; give the mean loss."""
    total, order = 0.0, rng.permutation(len(rows))
    for some in np.split(order, len(rows) // batch_size):
        H = reader.forward(eye[rows[some]], train=True)
        Z = writer.forward(H.reshape(-1, 96))  # every step is an example
        y = targets[some].ravel()
        total += losses.cross_entropy(Z, y) * len(some) / len(rows)
        dH = writer.backward(losses.cross_entropy_gradient(Z, y))
        reader.backward(dH.reshape(H.shape))
        grads = {f"r{k}": g for k, g in reader.grads.items()}
        grads |= {f"w{k}": g for k, g in writer.grads.items()}
        adam.step(both, clip_by_norm(grads, 1)[0])
    return total


adam = optim.Adam(0.006)
both = {f"r{k}": p for k, p in reader.params.items()}
both |= {f"w{k}": p for k, p in writer.params.items()}
read = [read_once() for _ in range(6)]
show(read, 2, name="loss")
checkpoint("R-11 letters", read[-1] < 2.3 < read[0], True)

# %% [markdown] syllabus="R-11"
# Six times through the play. To write, draw a letter from softmax(z / T) and feed it back.
# A **temperature** T below 1 makes the likely more likely, above 1 all more equal. First
# 1, then 0.5: which will misspell more?


# %% syllabus="R-11" tags=["nbval-ignore-output"]
def write(temperature, n_letters=220):
    """Let the network write, a letter at a time."""
    rng, c = seed(5), alphabet.index("\n")
    h = C = np.zeros((1, 96), np.float32)
    text = ""
    for _ in range(n_letters):
        h, C = lstm_step(eye[[c]], h, C, **reader.params)
        z = writer.forward(h)[0].astype(float) / temperature
        shares = np.exp(z - z.max())
        c = rng.choice(n, p=shares / shares.sum())
        text += alphabet[c]
    return text


print(write(1.0), "\n-----\n", write(0.5))

# %% [markdown] syllabus="R-11"
# The first: at 1 more is dared, and misspelt; at 0.5 common words come again and again.
# Nobody told it what a word is.
#
# ## The same on a GPU
#
# *About 5 minutes (an estimate).*
#
# A PyTorch twin, 128 units wide, on a GPU against the CPU if there is one: compare times. (The
# loss, after two rounds, is above ours after six. No letters were held back in either.)


# %% syllabus="R-11" tags=["nbval-ignore-output"]
def on_gpu():
    """Train a twin where we are; say where, and how it did."""
    from time import perf_counter

    from torch.nn.functional import cross_entropy

    from nnbyhand import device, twins

    seconds = []
    how = dict(lr=4e-3, epochs=2, loss=lambda Z, Y: cross_entropy(Z.mT, Y))
    for at in dict.fromkeys((device.best_device(), "cpu")):
        rng, begun = seed(0), perf_counter()
        parts = [LSTM(n, 128, rng, **f32), layers.Dense(128, n, rng, **f32)]
        net, pieces = twins.to_torch(Network.from_layers(parts)), eye[rows]
        loss = twins.fit_twin(net, pieces, targets, rng=rng, device=at, **how)
        seconds.append(perf_counter() - begun)
        print(f"{at}, twice through the play: loss {loss[-1]:.2f}")
    if len(seconds) > 1:
        print(f"The cpu took {seconds[1] / seconds[0]:.1f} times as long.")


try:
    on_gpu()
except ImportError:
    print("PyTorch is not installed here, so the network has no twin.")

# %% [markdown]
# ## In short
#
# - A recurrent unit sees its last output; unrolled it is deep, with the same weights each step.
# - Gradients through many steps vanish or explode. Clipping helps against the second, a memory
#   behind gates against the first.
# - A forecast counts only beside a baseline, on later years.
#
# Now in `nnbyhand.recurrent`: `RNN`, `LSTM`, `clip_by_norm`; in `nnbyhand.sequences` the adding
# problem and windows; `fit` has `clip`. Say in your own words what a forget gate changes; you
# will write it down in the assignment `10_recurrent_networks`. Next: lesson 11.
