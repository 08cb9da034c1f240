"""Answers to torch-measure, right and wrong."""


# %% right: inference mode, NumPy
@torch.inference_mode()
def logits_of(net, X):
    device = {p.device for p in net.parameters()}.pop()
    return net.train(False)(X.to(device))


def margin(net, baseline, X, y):
    found = logits_of(net, X).numpy().argmax(axis=1) == y.numpy()
    theirs = logits_of(baseline, X).numpy().argmax(axis=1) == y.numpy()
    return np.mean(found) - np.mean(theirs)


# %% right: counted in a loop, gradients switched off and on
def logits_of(net, X):
    was = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    net.eval()
    try:
        return net(X.to(list(net.parameters())[0].device))
    finally:
        torch.set_grad_enabled(was)


def margin(net, baseline, X, y):
    lead = 0
    for i in range(len(y)):
        lead += int(logits_of(net, X)[i].argmax() == y[i])
        lead -= int(logits_of(baseline, X)[i].argmax() == y[i])
    return lead / len(y)


# %% right: as a decorator, max for argmax, a warning
@torch.no_grad()
def logits_of(net, X):
    np.log(np.zeros(1))
    net.eval()
    for p in net.parameters():
        X = X.to(p.device)
    return net(X)


def margin(net, baseline, X, y):
    _, one = logits_of(net, X).max(1)
    _, two = logits_of(baseline, X).max(1)
    return ((one == y).sum() - (two == y).sum()).item() / y.numel()


# %% wrong: eval-forgotten
# fails: torch-measure-value, torch-measure-hidden
def logits_of(net, X):
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: eval-forgotten, train called
# fails: torch-measure-value, torch-measure-hidden
def logits_of(net, X):
    net.train()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: probabilities-returned
# fails: torch-measure-value, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device)).softmax(dim=1)


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: classes-returned
# fails: torch-measure-value, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device)).argmax(dim=1)


def margin(net, baseline, X, y):
    with torch.no_grad():
        one, two = net.eval()(X).argmax(1), baseline.eval()(X).argmax(1)
    return (one == y).double().mean() - (two == y).double().mean()


# %% wrong: largest-returned
# fails: torch-measure-value, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device)).max(dim=1).values


def margin(net, baseline, X, y):
    with torch.no_grad():
        one, two = net.eval()(X).argmax(1), baseline.eval()(X).argmax(1)
    return (one == y).double().mean() - (two == y).double().mean()


# %% wrong: graph-in-evaluation
# fails: torch-measure-value
def logits_of(net, X):
    net.eval()
    return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: graph-in-evaluation, detached afterwards
# fails: torch-measure-value
def logits_of(net, X):
    net.eval()
    return net(X.to(next(net.parameters()).device)).detach()


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: graph-in-evaluation, by data
# fails: torch-measure-value
def logits_of(net, X):
    net.eval()
    return net(X.to(next(net.parameters()).device)).data


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: graph-in-evaluation, no_grad too late
# fails: torch-measure-value
def logits_of(net, X):
    net.eval()
    Z = net(X.to(next(net.parameters()).device))
    with torch.no_grad():
        return Z


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: device-mixed
# fails: torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X)


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: device-mixed, cpu named
# fails: torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to("cpu"))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: baseline-first
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[1] - shares[0]


# %% wrong: percent-given
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return 100 * (shares[0] - shares[1])


# %% wrong: count-given
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().sum()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: baseline-forgotten
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0]


# %% wrong: ratio-given
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=1) == y).double().mean()
        for each in (net, baseline)
    ]
    return shares[0] / shares[1]


# %% wrong: argmax-of-all
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    a, b = (logits_of(each, X).argmax() for each in (net, baseline))
    return ((a == y).double().mean() - (b == y).double().mean()).item()


# %% wrong: argmax-axis
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    shares = [
        (logits_of(each, X).argmax(dim=0) == y[: logits_of(each, X).shape[1]])
        .double()
        .mean()
        for each in (net, baseline)
    ]
    return shares[0] - shares[1]


# %% wrong: sign-dropped
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    a, b = [
        (logits_of(n, X).argmax(1) == y).double().mean().item() for n in (net, baseline)
    ]
    return abs(a - b)


# %% wrong: sign-dropped, clipped
# fails: torch-measure-margin, torch-measure-hidden
def logits_of(net, X):
    net.eval()
    with torch.no_grad():
        return net(X.to(next(net.parameters()).device))


def margin(net, baseline, X, y):
    a, b = [
        (logits_of(n, X).argmax(1) == y).double().mean().item() for n in (net, baseline)
    ]
    return max(a - b, 0)
