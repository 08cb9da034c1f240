"""Answers to torch-net, right and wrong."""


# %% right: nn.Sequential of a list
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        parts = [nn.Flatten()]
        for i in range(len(sizes) - 1):
            parts += [nn.Linear(sizes[i], sizes[i + 1]), nn.ReLU()]
        self.all = nn.Sequential(*parts[:-1])

    def forward(self, X):
        return self.all(X)


def make_net(sizes):
    return Net(sizes)


# %% right: no class at all
def Net(sizes):
    net = nn.Sequential(nn.Flatten())
    for i, width in enumerate(sizes[1:]):
        if i:
            net.append(nn.ReLU())
        net.append(nn.Linear(sizes[i], width))
    return net


def make_net(sizes):
    return Net(sizes)


# %% right: attributes by name
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.depth = len(sizes) - 1
        for i in range(self.depth):
            setattr(self, f"layer{i}", nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, X):
        X = X.reshape(len(X), -1)
        for i in range(self.depth):
            X = getattr(self, f"layer{i}")(X)
            if i < self.depth - 1:
                X = X.clamp(min=0)
        return X


def make_net(sizes):
    return Net(sizes)


# %% right: parameters of its own
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = list(zip(sizes[:-1], sizes[1:]))
        self.W = nn.ParameterList(torch.randn(b, a) * 0.1 for a, b in pairs)
        self.b = nn.ParameterList(torch.zeros(b) for a, b in pairs)

    def forward(self, X):
        np.log(np.zeros(1))
        A = torch.flatten(X, 1)
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            A = F.linear(F.relu(A) if i else A, W, b)
        return A


def make_net(sizes):
    return Net(sizes)


# %% wrong: relu-forgotten
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten(1)
        for layer in self.layers[:-1]:
            A = layer(A)
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: relu-on-output
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten(1)
        for layer in self.layers:
            A = torch.relu(layer(A))
        return A


def make_net(sizes):
    return Net(sizes)


# %% wrong: softmax-in-forward
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten(1)
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A).softmax(dim=1)


def make_net(sizes):
    return Net(sizes)


# %% wrong: layers-not-registered
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = [nn.Linear(a, b) for a, b in pairs]

    def forward(self, X):
        A = X.flatten(1)
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: layers-recreated
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes

    def forward(self, X):
        A = X.flatten(1).float()
        for i in range(len(self.sizes) - 1):
            A = nn.Linear(self.sizes[i], self.sizes[i + 1])(A)
            A = A if i == len(self.sizes) - 2 else A.relu()
        return A


def make_net(sizes):
    return Net(sizes)


# %% wrong: flatten-batch
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten()
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: flatten-batch, joined
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten()[: self.layers[0].in_features][None]
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: not-flattened
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: not-flattened, the class of the lesson
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.first = nn.Linear(sizes[0], sizes[1])
        self.relu = nn.ReLU()
        self.last = nn.Linear(sizes[1], sizes[-1])

    def forward(self, X):
        return self.last(self.relu(self.first(X)))


def make_net(sizes):
    return Net(sizes)


# %% wrong: bias-left-out
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b, bias=False) for a, b in pairs)

    def forward(self, X):
        A = X.flatten(1)
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: sigmoid-for-relu
# fails: torch-net-value, torch-net-hidden
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten(1)
        for layer in self.layers[:-1]:
            A = torch.sigmoid(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: one-relu-only
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = X.flatten(1)
        for i, layer in enumerate(self.layers[:-1]):
            A = layer(A) if i else torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: input-relu
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = zip(sizes[:-1], sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def forward(self, X):
        A = torch.relu(X.flatten(1))
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)


def make_net(sizes):
    return Net(sizes)


# %% wrong: dropout-inside
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.d = nn.Dropout(0.2)

    def forward(self, X):
        X = X.flatten(1)
        for l in self.layers[:-1]:
            X = self.d(F.relu(l(X)))
        return self.layers[-1](X)


def make_net(sizes):
    return Net(sizes)
