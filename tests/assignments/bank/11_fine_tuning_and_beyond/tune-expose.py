"""Answers to tune-expose, right and wrong."""


# %% right: momentum
def expose():
    return Momentum(0.05, beta=0.5)


# %% right: adam
def expose():
    return Adam(0.01)


# %% right: decay
def expose():
    return SGD(0.1, weight_decay=0.1)


# %% right: rmsprop with decay
def expose():
    return RMSProp(0.01, weight_decay=0.2)


# %% wrong: plain-steps
def expose():
    return SGD(0.1)


# %% wrong: plain-steps, larger
def expose():
    return SGD(3.0)


# %% wrong: divides-zero
def expose():
    return RMSProp(0.1)


# %% wrong: divides-zero, another memory
def expose():
    return RMSProp(0.1, beta=0.5)


# %% wrong: memory-off
def expose():
    return Momentum(0.1, beta=0.0)


# %% wrong: memory-off, Adam
def expose():
    return Adam(0.1, betas=(0.0, 0.9))


# %% wrong: class-returned
def expose():
    return Momentum


# %% wrong: wrong-kind
def expose():
    return 0.1
