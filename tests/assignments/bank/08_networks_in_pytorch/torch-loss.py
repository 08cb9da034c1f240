"""Answers to torch-loss, right and wrong."""


# %% right: modules, numbers
def probabilities(Z):
    return nn.Softmax(dim=-1)(Z).tolist()


def cost(kind, Z, Y):
    if kind == "quantity":
        return ((Z[:, 0] - Y) ** 2).mean().item()
    if kind == "yes or no":
        return nn.BCEWithLogitsLoss()(Z, Y.to(torch.float64)).item()
    return nn.CrossEntropyLoss()(Z, Y).item()


# %% right: by the formulas
def probabilities(Z):
    E = torch.exp(Z)
    return E / E.sum(dim=1, keepdim=True)


def cost(kind, Z, Y):
    if kind == "one of k":
        P = probabilities(Z)
        return -torch.stack([row[y].log() for row, y in zip(P, Y)]).mean()
    if kind == "yes or no":
        P = torch.sigmoid(Z)
        return -torch.where(Y == 1, P, 1 - P).log().mean()
    return sum((z[0] - y) ** 2 for z, y in zip(Z, Y)) / len(Y)


# %% right: in NumPy, with a warning
def probabilities(Z):
    np.log(np.zeros(1))
    E = np.exp(Z.numpy() - Z.numpy().max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.nll_loss(F.log_softmax(Z, dim=1), Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z, Y[:, None])


# %% right: sigmoid and the plain loss, tensors that hold a graph
def probabilities(Z):
    return torch.softmax(Z.clone().requires_grad_(), dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z.clone().requires_grad_(), Y)
    if kind == "yes or no":
        return F.binary_cross_entropy(torch.sigmoid(Z), Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: softmax-axis
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=0)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: sigmoid-alone
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return torch.sigmoid(Z)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: shares-of-logits
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return Z / Z.sum(dim=1, keepdim=True)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: logarithms-returned
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return torch.log_softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: classes-returned
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return Z.argmax(dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: whole-table
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return Z.exp() / Z.exp().sum()


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: softmax-twice, rows
# fails: torch-loss-rows, torch-loss-hidden
def probabilities(Z):
    return Z.softmax(1).softmax(1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: softmax-twice
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z.softmax(dim=1), Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: argmax-before-loss
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(F.one_hot(Z.argmax(1), Z.shape[1]).double(), Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: classes-for-labels
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.cross_entropy(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: sigmoid-twice
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z.sigmoid(), Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: broadcast-cost
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z, Y)


# %% wrong: loss-summed
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y, reduction="sum")
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double(), reduction="sum")
    return F.mse_loss(Z.squeeze(1), Y, reduction="sum")


# %% wrong: absolute-error
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.l1_loss(Z.squeeze(1), Y)


# %% wrong: half-squared
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return 0.5 * F.mse_loss(Z.squeeze(1), Y)


# %% wrong: sign-forgotten
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.softmax(Z, dim=1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return -F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z.squeeze(1), Y)


# %% wrong: rows-averaged-only
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return Z.softmax(1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double(), reduction="sum") / len(
            Z
        )
    return F.mse_loss(Z[:, 0], Y)


# %% wrong: root-taken
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return Z.softmax(1)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.double())
    return F.mse_loss(Z[:, 0], Y).sqrt()


# %% wrong: half-of-the-formula
# fails: torch-loss-value, torch-loss-hidden
def probabilities(Z):
    return torch.exp(Z) / torch.exp(Z).sum(1, keepdim=True)


def cost(kind, Z, Y):
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return -(Y * F.logsigmoid(Z)).mean()
    return F.mse_loss(Z[:, 0], Y)
