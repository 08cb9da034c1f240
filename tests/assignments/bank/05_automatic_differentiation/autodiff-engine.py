"""Answers to autodiff-engine, right and wrong."""


# %% right: a helper for two numbers
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% right: each node knows its way back
class Value:
    def __init__(self, value, back=()):
        self.value, self.grad, self.back = value, 0.0, back

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.value + other.value, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        back = ((self, other.value), (other, self.value))
        return Value(self.value * other.value, back)

    def __pow__(self, n):
        return Value(self.value**n, ((self, n * self.value ** (n - 1)),))

    def __truediv__(self, other):
        return self * (other**-1)

    def __sub__(self, other):
        return self + other * -1

    def __neg__(self):
        return self * -1

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other

    __radd__ = __add__
    __rmul__ = __mul__


def exp(u):
    return Value(np.exp(u.value), ((u, np.exp(u.value)),))


def tanh(u):
    t = np.tanh(u.value)
    return Value(t, ((u, 1 - t**2),))


def gradients(f, at, upstream=1.0):
    np.log(np.zeros(1))
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    users, stack, seen = {output: 0}, [output], {output}
    while stack:
        for parent, _ in stack.pop().back:
            users[parent] = users.get(parent, 0) + 1
            if parent not in seen:
                seen.add(parent)
                stack.append(parent)
    output.grad, ready = upstream, [output]
    while ready:
        node = ready.pop()
        for parent, slope in node.back:
            parent.grad += slope * node.grad
            users[parent] -= 1
            if not users[parent]:
                ready.append(parent)
    return np.array([x.grad for x in inputs])


# %% right: on a tape, in the order of making
tape = []


class Value:
    def __init__(self, value, *made_from):
        self.value, self.grad, self.made_from = value, 0.0, made_from
        tape.append(self)

    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.value + other, (self, 1))
        return Value(self.value + other.value, (self, 1), (other, 1))

    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.value * other, (self, other))
        product = self.value * other.value
        return Value(product, (self, other.value), (other, self.value))

    def __pow__(self, n):
        return Value(self.value**n, (self, n * self.value ** (n - 1)))

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * (1 / other if not isinstance(other, Value) else other**-1)

    def __rtruediv__(self, other):
        return other * self**-1


def exp(u):
    e = math.exp(u.value)
    return Value(e, (u, e))


def tanh(u):
    return 1 - 2 / (exp(2 * u) + 1)


def gradients(f, at, upstream=1.0):
    tape.clear()
    inputs = [Value(x) for x in at]
    f(*inputs).grad = upstream
    while tape:
        node = tape.pop()
        for parent, slope in node.made_from:
            parent.grad += node.grad * slope
    return tuple(x.grad for x in inputs)


# %% right: the stand-ins of the library
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


from nnbyhand import nodes as library


order = library.order


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    library.backward(nodes, upstream)
    return [x.grad for x in inputs]


# %% wrong: gradient-overwritten
# fails: autodiff-engine-value, autodiff-engine-functions, autodiff-engine-trains, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad = slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: upstream-ignored
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope
    return [x.grad for x in inputs]


# %% wrong: seed-forgotten
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: seed-ignored
# fails: autodiff-engine-value, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = 1.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: order-depth-first
# fails: autodiff-engine-value, autodiff-engine-trains, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            found.append(node)
            for parent in node.parents:
                visit(parent)

    visit(output)
    return found[::-1]


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: node-twice
# fails: autodiff-engine-value, autodiff-engine-trains, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    return [node for parent in output.parents for node in order(parent)] + [output]


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: factors-swapped
# fails: autodiff-engine-value, autodiff-engine-more, autodiff-engine-functions, autodiff-engine-trains, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (a, b))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: quotient-sign
# fails: autodiff-engine-more, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: minus-forgotten
# fails: autodiff-engine-value, autodiff-engine-more, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, 1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: power-kept
# fails: autodiff-engine-more, autodiff-engine-functions, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a**n,))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: slope-of-value
# fails: autodiff-engine-functions, autodiff-engine-trains, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - u.value**2,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: nodes-returned
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return inputs


# %% wrong: library-answer
def gradients(f, at, upstream=1.0):
    return [upstream * slope for slope in autodiff.grad(f, *at)]


exp, tanh = autodiff.exp, autodiff.tanh


# %% wrong: plain-numbers
def gradients(f, at, upstream=1.0):
    found = []
    for i in range(len(at)):
        up, down = list(at), list(at)
        up[i] += 1e-5
        down[i] -= 1e-5
        found.append(upstream * (f(*up) - f(*down)) / 2e-5)
    return found


exp, tanh = math.exp, math.tanh


# %% wrong: foreign-numbers
def gradients(f, at, upstream=1.0):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, float(i == j)) for j, x in enumerate(at)]
        found.append(upstream * f(*duals).slope)
    return found


exp, tanh = autodiff.exp, autodiff.tanh


# %% wrong: several-runs
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    found = []
    for i in range(len(at)):
        up, down = list(at), list(at)
        up[i] += 1e-5
        down[i] -= 1e-5
        above, below = f(*map(Value, up)), f(*map(Value, down))
        found.append(upstream * (above.value - below.value) / 2e-5)
    return found


# %% wrong: order-depth-first, without a list
# fails: autodiff-engine-value, autodiff-engine-trains, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    output.grad = upstream

    def back(node):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
            back(parent)

    back(output)
    return [x.grad for x in inputs]


# %% wrong: parents-left-out
# fails: autodiff-engine-value, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return Value(-self.value)

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: power-brackets
# fails: autodiff-engine-more, autodiff-engine-functions, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a**n - 1,))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: exponential-slope
# fails: autodiff-engine-functions, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (u.value,))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: reflected-turned
# fails: autodiff-engine-value, autodiff-engine-more, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return self - Value(other)

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return self * -1

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: reflected-turned, quotient
# fails: autodiff-engine-more, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return self / Value(other)

    def __neg__(self):
        return 0 - self

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]


# %% wrong: minus-forgotten, of the opposite
# fails: autodiff-engine-value, autodiff-engine-hidden
class Value:
    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        return two(self, other, lambda a, b: a + b, lambda a, b: (1.0, 1.0))

    def __sub__(self, other):
        return two(self, other, lambda a, b: a - b, lambda a, b: (1.0, -1.0))

    def __mul__(self, other):
        return two(self, other, lambda a, b: a * b, lambda a, b: (b, a))

    def __truediv__(self, other):
        return two(self, other, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return Value(-self.value, (self,), (1.0,))

    def __pow__(self, n):
        a = self.value
        return Value(a**n, (self,), (n * a ** (n - 1),))


def two(u, v, result, slopes):
    u, v = (x if isinstance(x, Value) else Value(x) for x in (u, v))
    return Value(result(u.value, v.value), (u, v), slopes(u.value, v.value))


def exp(u):
    return Value(math.exp(u.value), (u,), (math.exp(u.value),))


def tanh(u):
    t = math.tanh(u.value)
    return Value(t, (u,), (1 - t * t,))


def order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found


def gradients(f, at, upstream=1.0):
    inputs = [Value(x) for x in at]
    output = f(*inputs)
    nodes = order(output)
    output.grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]
