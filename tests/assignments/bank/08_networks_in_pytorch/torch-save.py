"""Answers to torch-save, right and wrong."""


# %% right: through a file, names checked by hand
def pack(net):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        torch.save(dict(net.named_parameters()), Path(folder) / "net")
        return (Path(folder) / "net").read_bytes()


def unpack(content, net):
    found = torch.load(io.BytesIO(content))
    if set(found) != {name for name, _ in net.named_parameters()}:
        raise ValueError("other names")
    with torch.no_grad():
        for name, p in net.named_parameters():
            p.copy_(found[name])
    return net


# %% right: seek and read
def pack(net):
    file = io.BytesIO()
    torch.save({name: w.clone() for name, w in net.state_dict().items()}, file)
    file.seek(0)
    return file.read()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    return net if net.load_state_dict(found, strict=True) else None


# %% right: in an order of its own, with a warning
def pack(net):
    file = io.BytesIO()
    torch.save(dict(sorted(net.state_dict().items())), file)
    return file.getvalue()


def unpack(content, net):
    np.log(np.zeros(1))
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: whole-net-saved
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net, file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: names-left-out
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(list(net.parameters()), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: biases-left-out
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save({n: w for n, w in net.state_dict().items() if w.ndim == 2}, file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: file-not-read
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: file-at-its-end
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.read()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: gradients-saved
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save({n: 0 * w for n, w in net.state_dict().items()}, file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: names-changed
# fails: torch-save-value, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save({"net." + n: w for n, w in net.state_dict().items()}, file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return net


# %% wrong: nothing-loaded
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    return net


# %% wrong: dict-returned
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found)
    return found


# %% wrong: by-order
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    for kind in (1, 2):
        mine = [p for p in net.parameters() if p.ndim == kind]
        theirs = [w for w in found.values() if w.ndim == kind]
        for p, w in zip(mine, theirs):
            p.data = w
    return net


# %% wrong: biases-unfilled
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    with torch.no_grad():
        for name, p in net.named_parameters():
            if p.ndim == 2:
                p.copy_(found[name])
    return net


# %% wrong: nothing-loaded, a copy filled
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    import copy

    found = torch.load(io.BytesIO(content), weights_only=True)
    copy.deepcopy(net).load_state_dict(found)
    return net


# %% wrong: mismatch-forgiven
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    net.load_state_dict(found, strict=False)
    return net


# %% wrong: mismatch-forgiven, by try
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=True)
    try:
        net.load_state_dict(found)
    except RuntimeError:
        pass
    return net


# %% wrong: anything-read
# fails: torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    found = torch.load(io.BytesIO(content), weights_only=False)
    mine = net.state_dict()
    if not set(mine) <= set(found):
        raise ValueError("weights are missing")
    if any(name not in mine for name in found if hasattr(found[name], "ndim")):
        raise ValueError("weights left over")
    net.load_state_dict({name: found[name] for name in mine})
    return net


# %% wrong: report-returned
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    return net.load_state_dict(torch.load(io.BytesIO(content), weights_only=True))


# %% wrong: copy-filled
# fails: torch-save-load, torch-save-hidden
def pack(net):
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()


def unpack(content, net):
    import copy

    new = copy.deepcopy(net)
    new.load_state_dict(torch.load(io.BytesIO(content), weights_only=True))
    return new


# %% wrong: precision-lost
# fails: torch-save-value, torch-save-hidden
def pack(net):
    f = io.BytesIO()
    torch.save({k: v.float() for k, v in net.state_dict().items()}, f)
    return f.getvalue()


def unpack(content, net):
    net.load_state_dict(torch.load(io.BytesIO(content), weights_only=True))
    return net


# %% wrong: anything-read, as it is
# fails: torch-save-hidden
def pack(net):
    f = io.BytesIO()
    torch.save(net.state_dict(), f)
    return f.getvalue()


def unpack(content, net):
    s = torch.load(io.BytesIO(content), weights_only=False)
    net.load_state_dict(s)
    return net


# %% wrong: names-changed, one dict in another
# fails: torch-save-value, torch-save-hidden
def pack(net):
    f = io.BytesIO()
    torch.save({"net": net.state_dict()}, f)
    return f.getvalue()


def unpack(content, net):
    net.load_state_dict(torch.load(io.BytesIO(content), weights_only=True))
    return net
