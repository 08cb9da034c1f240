"""Answers to autodiff-back, right and wrong."""


# %% right: by index, backwards
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in nodes[::-1]:
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad = parent.grad + node.grad * slope
    return np.array([node.grad for node in nodes])


# %% right: a dict of gradients
def hand_back(nodes, upstream):
    grads = {node: 0.0 for node in nodes}
    grads[nodes[-1]] = upstream
    for i in range(len(nodes) - 1, -1, -1):
        for k in range(len(nodes[i].parents)):
            grads[nodes[i].parents[k]] += nodes[i].slopes[k] * grads[nodes[i]]
    return list(grads.values())


# %% right: each asks its children, a warning
def hand_back(nodes, upstream):
    np.log(np.zeros(1))
    known = {nodes[-1]: upstream}
    for node in reversed(nodes[:-1]):
        known[node] = sum(
            slope * known[child]
            for child in nodes[nodes.index(node) + 1 :]
            for parent, slope in zip(child.parents, child.slopes)
            if parent is node
        )
    return tuple(known[node] for node in nodes)


# %% right: the seed added to a cleared node
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad += upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: gradient-overwritten
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad = slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: seed-forgotten
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    pass
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: seed-ignored
# fails: autodiff-back-again, autodiff-back-hidden
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = 1.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: upstream-ignored
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope
    return [node.grad for node in nodes]


# %% wrong: slope-added
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope + node.grad
    return [node.grad for node in nodes]


# %% wrong: gradients-kept
# fails: autodiff-back-again, autodiff-back-hidden
def hand_back(nodes, upstream):
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: gradients-kept, seed added
# fails: autodiff-back-again, autodiff-back-hidden
def hand_back(nodes, upstream):
    nodes[-1].grad += upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: walked-forward
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in nodes:
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


# %% wrong: inputs-only
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes if not node.parents]


# %% wrong: gradients-reversed
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in reversed(nodes)]


# %% wrong: nodes-returned
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return list(nodes)


# %% wrong: values-returned
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.value for node in nodes]


# %% wrong: library-answer
def hand_back(nodes, upstream):
    from nnbyhand.nodes import backward

    return backward(nodes, upstream)


# %% wrong: walked-forward, returned inside the loop
def hand_back(nodes, upstream):
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
        return [node.grad for node in nodes]


# %% wrong: seed-forgotten, cleared after it was set
def hand_back(nodes, upstream):
    nodes[-1].grad = upstream
    for node in nodes:
        node.grad = 0.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]
