"""Answers to torch-fit, right and wrong."""


# %% right: each weight by hand, an array of losses
def fit(net, batches, optimiser, epochs):
    net.train()
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        costs = torch.zeros(0)
        for batch in batches:
            X, y = batch
            each = nn.CrossEntropyLoss(reduction="none")(net(X), y)
            for p in net.parameters():
                p.grad = None
            each.mean().backward()
            optimiser.step()
            costs = torch.cat([costs, each.detach()])
        losses[epoch] = costs.mean()
    return losses


# %% right: train mode in every epoch, detached tensors, a warning
def fit(net, batches, optimiser, epochs):
    np.log(np.zeros(1))
    found = []
    for _ in range(epochs):
        net.train()
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.detach() * y.shape[0], n + len(y)
        found.append(total / n)
    return found


# %% right: cleared after the step
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            optimiser.zero_grad()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% right: by while, a tuple
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    while len(found) < epochs:
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return tuple(found)


# %% wrong: gradients-kept
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: step-before-backward
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            optimiser.step()
            loss.backward()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: loss-tensor-kept
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: train-forgotten
def fit(net, batches, optimiser, epochs):
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: mean-of-means
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item(), n + 1
        found.append(total / n)
    return found


# %% wrong: last-batch-only
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(loss.item())
    return found


# %% wrong: step-before-backward, never
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: sum-for-mean
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total)
    return found


# %% wrong: sum-for-mean, of the batches
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item(), n + len(y)
        found.append(total)
    return found


# %% wrong: sum-carried-on
def fit(net, batches, optimiser, epochs):
    net.train()
    found, total = [], 0.0
    for _ in range(epochs):
        n = 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: sum-carried-on, with its count
def fit(net, batches, optimiser, epochs):
    net.train()
    found, total, n = [], 0.0, 0
    for _ in range(epochs):
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: one-epoch-only
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
        return found


# %% wrong: one-a-batch
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            found.append(loss.item())
    return found


# %% wrong: loss-summed
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y, reduction="sum")
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: softmax-twice
def fit(net, batches, optimiser, epochs):
    net.train()
    found = []
    for _ in range(epochs):
        total, n = 0.0, 0
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X).softmax(dim=1), y)
            loss.backward()
            optimiser.step()
            total, n = total + loss.item() * len(y), n + len(y)
        found.append(total / n)
    return found


# %% wrong: cleared-once-an-epoch
def fit(net, batches, optimiser, epochs):
    net.train()
    means = []
    for _ in range(epochs):
        t = n = 0
        optimiser.zero_grad()
        for X, y in batches:
            l = F.cross_entropy(net(X), y)
            l.backward()
            optimiser.step()
            t += l.item() * len(y)
            n += len(y)
        means.append(t / n)
    return means


# %% wrong: step-once-an-epoch
def fit(net, batches, optimiser, epochs):
    net.train()
    means = []
    for _ in range(epochs):
        t = n = 0
        optimiser.zero_grad()
        for X, y in batches:
            l = F.cross_entropy(net(X), y)
            l.backward()
            t += l.item() * len(y)
            n += len(y)
        optimiser.step()
        means.append(t / n)
    return means


# %% wrong: measured-afterwards
def fit(net, batches, optimiser, epochs):
    net.train()
    means = []
    for _ in range(epochs):
        for X, y in batches:
            optimiser.zero_grad()
            l = F.cross_entropy(net(X), y)
            l.backward()
            optimiser.step()
        with torch.no_grad():
            means.append(
                sum(F.cross_entropy(net(X), y).item() * len(y) for X, y in batches)
                / sum(len(y) for _, y in batches)
            )
    return means


# %% wrong: order-changed
def fit(net, batches, optimiser, epochs):
    net.train()
    means = []
    for _ in range(epochs):
        t = n = 0
        for X, y in reversed(batches):
            optimiser.zero_grad()
            l = F.cross_entropy(net(X), y)
            l.backward()
            optimiser.step()
            t += l.item() * len(y)
            n += len(y)
        means.append(t / n)
    return means


# %% wrong: own-optimiser
def fit(net, batches, optimiser, epochs):
    net.train()
    means = []
    optimiser = torch.optim.SGD(net.parameters(), 0.1)
    for _ in range(epochs):
        t = n = 0
        for X, y in batches:
            optimiser.zero_grad()
            l = F.cross_entropy(net(X), y)
            l.backward()
            optimiser.step()
            t += l.item() * len(y)
            n += len(y)
        means.append(t / n)
    return means
