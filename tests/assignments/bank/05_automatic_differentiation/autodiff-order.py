"""Answers to autodiff-order, right and wrong."""


# %% right: a stack, no recursion
def in_order(output):
    found, stack = [], [(output, False)]
    while stack:
        node, ready = stack.pop()
        if node in found:
            continue
        if ready:
            found.append(node)
        else:
            stack.append((node, True))
            stack += [(parent, False) for parent in node.parents]
    return found


# %% right: counting children, from the result on, turned round
def in_order(output):
    everything, todo = {output}, [output]
    while todo:
        for parent in todo.pop().parents:
            if parent not in everything:
                everything.add(parent)
                todo.append(parent)
    waiting = {node: 0 for node in everything}
    for node in everything:
        for parent in node.parents:
            waiting[parent] += 1
    free, found = [output], []
    while free:
        node = free.pop()
        found.append(node)
        for parent in node.parents:
            waiting[parent] -= 1
            if waiting[parent] == 0:
                free.append(parent)
    return found[::-1]


# %% right: by depth, a tuple, a warning
def in_order(output):
    np.log(np.zeros(1))
    depths = {}

    def depth(node):
        if node not in depths:
            depths[node] = 1 + max((depth(p) for p in node.parents), default=0)
        return depths[node]

    depth(output)
    return tuple(sorted(depths, key=depths.get))


# %% right: keys of a dict
def in_order(output):
    def visit(node, found):
        for parent in node.parents:
            if parent not in found:
                visit(parent, found)
        found[node] = True
        return found

    return list(visit(output, {}))


# %% wrong: node-twice
def in_order(output):
    found = []
    for parent in output.parents:
        found += in_order(parent)
    return [*found, output]


# %% wrong: order-turned
def in_order(output):
    found = []

    def visit(node):
        if node not in found:
            for parent in node.parents:
                visit(parent)
            found.append(node)

    visit(output)
    return found[::-1]


# %% wrong: order-depth-first
def in_order(output):
    found = []

    def visit(node):
        if node not in found:
            found.append(node)
            for parent in node.parents:
                visit(parent)

    visit(output)
    return found[::-1]


# %% wrong: order-depth-first, level by level
def in_order(output):
    found, level = [], [output]
    while level:
        found += [node for node in dict.fromkeys(level) if node not in found]
        level = [parent for node in level for parent in node.parents]
    return found[::-1]


# %% wrong: output-left-out
def in_order(output):
    found = []

    def visit(node):
        for parent in node.parents:
            if parent not in found:
                visit(parent)
                found.append(parent)

    visit(output)
    return found


# %% wrong: inputs-left-out
def in_order(output):
    found = []

    def visit(node):
        if node in found or not node.parents:
            return
        for parent in node.parents:
            visit(parent)
        found.append(node)

    visit(output)
    return found


# %% wrong: parents-only
def in_order(output):
    return [*dict.fromkeys(output.parents), output]


# %% wrong: library-answer
def in_order(output):
    from nnbyhand.nodes import order

    return order(output)


# %% wrong: set-returned
def in_order(output):
    found = {output}
    for parent in output.parents:
        found |= in_order(parent)
    return found


# %% wrong: generator-returned
def in_order(output):
    seen = set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for parent in node.parents:
                yield from visit(parent)
            yield node

    return visit(output)


# %% wrong: equal-merged
def in_order(output):
    found, seen = [], set()

    def visit(node):
        if node.value in seen:
            return
        seen.add(node.value)
        for parent in node.parents:
            visit(parent)
        found.append(node)

    visit(output)
    return found


# %% wrong: equal-merged, by name
def in_order(output):
    found, seen = [], set()

    def visit(node):
        if node.name in seen:
            return
        seen.add(node.name)
        for parent in node.parents:
            visit(parent)
        found.append(node)

    visit(output)
    return found
