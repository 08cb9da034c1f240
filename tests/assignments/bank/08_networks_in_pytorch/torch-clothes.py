"""Answers to torch-clothes, right and wrong."""


# %% right: a class and a DataLoader
def train_clothes(images, labels, seed):
    class Small(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.last = nn.Linear(784, 128), nn.Linear(128, 10)

        def forward(self, X):
            return self.last(F.relu(self.first(X.flatten(1))))

    torch.manual_seed(seed)
    net = Small()
    pixels = torch.from_numpy(np.asarray(images, np.float32)) / 255
    dataset = torch.utils.data.TensorDataset(pixels, torch.as_tensor(labels.copy()))
    loader = torch.utils.data.DataLoader(
        dataset, 32, True, generator=torch.Generator().manual_seed(seed)
    )
    adam = torch.optim.Adam(net.parameters(), lr=0.001)
    net.train()
    for _ in range(10):
        for X, y in loader:
            loss = nn.CrossEntropyLoss()(net(X), y)
            adam.zero_grad()
            loss.backward()
            adam.step()
    net.eval()
    return net


# %% right: SGD with momentum, in order, in float64
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float64) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    ).double()
    adam = torch.optim.SGD(net.parameters(), 0.05, momentum=0.9)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% right: labels one-hot as floats, with a warning
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = F.one_hot(torch.tensor(labels), 10).float()
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    np.log(np.zeros(1))
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: not-scaled
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32)
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: rate-too-small
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-5)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: another-width
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: another-width, without biases
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10, bias=False)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: softmax-in-forward
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(),
        nn.Linear(784, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
        nn.Softmax(dim=1),
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: rate-too-large, gradients kept
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-2)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: too-few-steps, one epoch
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(1):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: seed-ignored
def train_clothes(images, labels, seed):
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: seed-ignored, set too late
def train_clothes(images, labels, seed):
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    torch.manual_seed(seed)
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: rate-too-large
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 3.0)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: too-few-steps
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 2e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32)[:2]:
            adam.zero_grad()
            loss = F.cross_entropy(net(X[rows]), y[rows])
            loss.backward()
            adam.step()
    return net


# %% wrong: relu-forgotten
# fails: torch-clothes-value
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.Linear(128, 10))
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            F.cross_entropy(net(X[rows]), y[rows]).backward()
            adam.step()
    return net


# %% wrong: standardised
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    X = (X - X.mean()) / X.std()
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            F.cross_entropy(net(X[rows]), y[rows]).backward()
            adam.step()
    return net


# %% wrong: sigmoid-for-relu
# fails: torch-clothes-value
def train_clothes(images, labels, seed):
    torch.manual_seed(seed)
    X = torch.tensor(images, dtype=torch.float32) / 255
    y = torch.tensor(labels)
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.Sigmoid(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            F.cross_entropy(net(X[rows]), y[rows]).backward()
            adam.step()
    return net
