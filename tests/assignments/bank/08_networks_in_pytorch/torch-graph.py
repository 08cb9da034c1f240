"""Answers to torch-graph, right and wrong."""


# %% right: tensors as they are
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward()
    return a, b.grad, c.grad


# %% right: float64, a list
def graph(b, c):
    b = torch.tensor(float(b), dtype=torch.float64, requires_grad=True)
    c = torch.tensor(float(c), dtype=torch.float64, requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward()
    return [a.detach(), b.grad, c.grad]


# %% right: one tensor of two numbers
def graph(b, c):
    both = torch.tensor([b, c], dtype=torch.float32, requires_grad=True)
    a = both.sum() * (both[1] + 2)
    a.backward()
    return a.detach(), *both.grad


# %% right: derivatives worked out on paper, a stacked array
def graph(b, c):
    return np.array([(b + c) * (c + 2), c + 2, b + 2 * c + 2])


# %% right: torch.func, with a harmless warning
def graph(b, c):
    np.log(np.zeros(1))

    def value(b, c):
        return (b + c) * (c + 2)

    b, c = torch.tensor(float(b)), torch.tensor(float(c))
    return value(b, c), *torch.func.grad(value, argnums=(0, 1))(b, c)


# %% wrong: initialiser-not-called
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward
    return a.item(), b.grad, c.grad


# %% wrong: initialiser-not-called, item
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward()
    return a.item, b.grad.item(), c.grad.item()


# %% wrong: walked-twice
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward(retain_graph=True)
    a.backward()
    return a.item(), b.grad.item(), c.grad.item()


# %% wrong: one-use-only
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c.detach() + 2
    a = d * e
    a.backward()
    return a.item(), b.grad.item(), c.grad.item()


# %% wrong: one-use-only, by e
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c.detach(), c + 2
    a = d * e
    a.backward()
    return a.item(), b.grad.item(), c.grad.item()


# %% wrong: gradients-exchanged
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward()
    return a.item(), c.grad.item(), b.grad.item()


# %% wrong: value-in-place
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d * e
    a.backward()
    return d.item(), b.grad.item(), c.grad.item()


# %% wrong: sum-for-product
def graph(b, c):
    b = torch.tensor(float(b), requires_grad=True)
    c = torch.tensor(float(c), requires_grad=True)
    d, e = b + c, c + 2
    a = d + e
    a.backward()
    return a.item(), b.grad.item(), c.grad.item()
