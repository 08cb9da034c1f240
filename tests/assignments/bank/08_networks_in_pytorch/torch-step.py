"""Answers to torch-step, right and wrong."""


# %% right: tensors in our layout, and autograd.grad
def torch_step(W1, b1, W2, b2, X, labels, lr):
    old = [torch.tensor(part, requires_grad=True) for part in (W1, b1, W2, b2)]
    A = torch.relu(torch.tensor(X) @ old[0] + old[1])
    loss = F.cross_entropy(A @ old[2] + old[3], torch.tensor(labels))
    grads = torch.autograd.grad(loss, old)
    return loss, *(p - lr * g for p, g in zip(old, grads))


# %% right: the twins of the library, a list of arrays
def torch_step(W1, b1, W2, b2, X, labels, lr):
    from nnbyhand import layers, network, twins

    rng = np.random.default_rng(0)
    ours = network.Network.from_layers(
        [
            layers.Dense(*W1.shape, rng),
            layers.Activation("relu"),
            layers.Dense(*W2.shape, rng),
        ]
    )
    for layer, W, b in ((ours.layers[0], W1, b1), (ours.layers[2], W2, b2)):
        layer.params["W"], layer.params["b"] = W.copy(), b.copy()
    net = twins.to_torch(ours)
    sgd = torch.optim.SGD(net.parameters(), lr=lr)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    sgd.step()
    return [loss.item(), *(p.detach().numpy().T for p in net.parameters())]


# %% right: in float32, with a harmless warning
def torch_step(W1, b1, W2, b2, X, labels, lr):
    np.log(np.zeros(1))
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    net.zero_grad()
    F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels)).backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% right: by NumPy, all by hand
def torch_step(W1, b1, W2, b2, X, labels, lr):
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    L = A @ W2 + b2
    P = np.exp(L) / np.exp(L).sum(1, keepdims=True)
    loss = -np.log(P[np.arange(len(X)), labels]).mean()
    D = (P - np.eye(P.shape[1])[labels]) / len(X)
    E = (D @ W2.T) * (Z > 0)
    return (
        loss,
        W1 - lr * X.T @ E,
        b1 - lr * E.sum(0),
        W2 - lr * A.T @ D,
        b2 - lr * D.sum(0),
    )


# %% wrong: weight-not-transposed
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0], new[1], new[2], new[3]


# %% wrong: softmax-twice
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)).softmax(1), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: uphill
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() + lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: loss-summed
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels), reduction="sum")
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: relu-forgotten
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.Identity(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: relu-on-output
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last, nn.ReLU())
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: step-before-backward
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    torch.optim.SGD(net.parameters(), lr).step()
    loss.backward()
    new = [p.detach() for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: gradients-returned
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: rate-ignored
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - p.grad for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: loss-after-step
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    for p, value in zip(net.parameters(), new):
        p.data = value
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: biases-kept
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), new[0].T, b1, new[2].T, b2


# %% wrong: first-layer-kept
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad for p in net.parameters()]
    return loss.item(), W1, b1, new[2].T, new[3]


# %% wrong: adam-for-sgd
def torch_step(W1, b1, W2, b2, X, labels, lr):
    first = nn.Linear(*W1.shape, dtype=torch.float64)
    last = nn.Linear(*W2.shape, dtype=torch.float64)
    first.weight.data, first.bias.data = torch.tensor(W1.T), torch.tensor(b1)
    last.weight.data, last.bias.data = torch.tensor(W2.T), torch.tensor(b2)
    net = nn.Sequential(first, nn.ReLU(), last)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    new = [p.detach() - lr * p.grad.sign() for p in net.parameters()]
    return loss.item(), new[0].T, new[1], new[2].T, new[3]


# %% wrong: mutates-input
def torch_step(W1, b1, W2, b2, X, labels, lr):
    net = nn.Sequential(nn.Linear(*W1.shape), nn.ReLU(), nn.Linear(*W2.shape))
    for layer, W, b in ((net[0], W1, b1), (net[2], W2, b2)):
        layer.weight.data, layer.bias.data = torch.from_numpy(W.T), torch.from_numpy(b)
    sgd = torch.optim.SGD(net.parameters(), lr)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    sgd.step()
    return loss.item(), *(p.detach().numpy().T for p in net.parameters())


# %% wrong: two-steps
def torch_step(W1, b1, W2, b2, X, labels, lr):
    ps = [torch.tensor(p, requires_grad=True) for p in (W1, b1, W2, b2)]
    for _ in range(2):
        Z = torch.relu(torch.from_numpy(X) @ ps[0] + ps[1]) @ ps[2] + ps[3]
        loss = F.cross_entropy(Z, torch.from_numpy(labels))
        loss.backward()
        with torch.no_grad():
            for p in ps:
                p -= lr * p.grad
                p.grad = None
    return (loss.item(), *[p.detach().numpy() for p in ps])


# %% wrong: last-layer-kept
def torch_step(W1, b1, W2, b2, X, labels, lr):
    ps = [torch.tensor(p, requires_grad=True) for p in (W1, b1, W2, b2)]
    Z = torch.relu(torch.from_numpy(X) @ ps[0] + ps[1]) @ ps[2] + ps[3]
    loss = F.cross_entropy(Z, torch.from_numpy(labels))
    loss.backward()
    with torch.no_grad():
        for p in ps[:2]:
            p -= lr * p.grad
    return (loss.item(), *[p.detach().numpy() for p in ps])
