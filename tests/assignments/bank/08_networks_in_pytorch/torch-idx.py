"""Answers to torch-idx, right and wrong."""


# %% right: sizes added up byte by byte, and struct
def sizes_of(content):
    found = []
    for axis in range(content[3]):
        size = 0
        for byte in content[4 + 4 * axis : 8 + 4 * axis]:
            size = 256 * size + byte
        found.append(size)
    return tuple(found)


def read_pair(packed_images, packed_labels):
    import struct

    images = gzip.decompress(packed_images)
    sizes = struct.unpack(">3I", images[4:16])
    X = torch.tensor(list(images[16:])).reshape(sizes).unsqueeze(1) / 255
    y = torch.tensor(list(gzip.decompress(packed_labels)[8:]))
    return [X.float(), y.long()]


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% right: np.frombuffer with a big-endian type, and a harmless warning
def sizes_of(content):
    np.log(np.zeros(1))
    return np.frombuffer(content, ">u4", count=content[3], offset=4)


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    names = np.array(data.load_fashion_mnist().names)
    return names[np.asarray(y)]


# %% right: gzip.open, a mean kept for later, labels by hand
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    with gzip.open(io.BytesIO(packed_images)) as file:
        head, body = file.read(16), file.read()
    n, rows, columns = np.frombuffer(head, ">i4")[1:]
    X = np.zeros((n, 1, rows, columns), np.float32)
    X[:, 0] = np.frombuffer(body, np.uint8).reshape(n, rows, columns)
    with gzip.open(io.BytesIO(packed_labels)) as file:
        labels = list(file.read())[8:]
    return torch.from_numpy(X / np.float32(255)), torch.LongTensor(labels)


def names_of(y):
    clothes = "T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag"
    return [(clothes + ",Ankle boot").split(",")[int(label)] for label in y]


# %% wrong: endianness
# fails: torch-idx-sizes, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "little") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: endianness, by numpy
# fails: torch-idx-sizes, torch-idx-hidden
def sizes_of(content):
    return np.frombuffer(content, "<u4", count=content[3], offset=4)


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: axes-assumed
# fails: torch-idx-sizes, torch-idx-hidden
def sizes_of(content):
    return [int.from_bytes(content[i : i + 4], "big") for i in (4, 8, 12)]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: one-byte-read
# fails: torch-idx-sizes, torch-idx-hidden
def sizes_of(content):
    return [content[7 + 4 * i] for i in range(content[3])]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: sizes-start-late
# fails: torch-idx-sizes, torch-idx-hidden
def sizes_of(content):
    starts = range(8, 8 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: header-not-skipped
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[: n * rows * columns].reshape(
        n, 1, rows, columns
    )
    y = np.frombuffer(marks, np.uint8)[:n].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: header-not-skipped, of the labels only
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[:n].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: header-not-skipped, half of it
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[8 : 8 + n * rows * columns].reshape(
        n, 1, rows, columns
    )
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: not-scaled
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels * 1.0, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: not-scaled, whole numbers made floats
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels).float(), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: scaled-around-zero
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 127.5 - 1, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: labels-float
# fails: torch-idx-value, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y).float()


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: labels-short
# fails: torch-idx-value, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:]
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: one-hot-given
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), F.one_hot(
        torch.tensor(y), 10
    )


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: images-double
# fails: torch-idx-value, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: scaled-by-largest
# fails: torch-idx-value, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / pixels.max(), dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: channel-missing
# fails: torch-idx-value, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: rows-columns-exchanged
# fails: torch-idx-value, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, columns, rows)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label] for label in y]


# %% wrong: names-shifted
# fails: torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label - 1] for label in y]


# %% wrong: by-three-letters
# fails: torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [data.load_fashion_mnist().names[label][:3] for label in y]


# %% wrong: numbers-returned
# fails: torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = (int.from_bytes(images[i : i + 4], "big") for i in (4, 8, 12))
    pixels = np.frombuffer(images, np.uint8)[16:].reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8)[8:].astype(np.int64)
    return torch.tensor(pixels / 255, dtype=torch.float32), torch.tensor(y)


def names_of(y):
    return [int(label) for label in y]


# %% wrong: still-packed
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    n, rows, columns = sizes_of(packed_images)
    pixels = np.frombuffer(packed_images, np.uint8, offset=16)
    y = np.frombuffer(packed_labels, np.uint8, offset=8).astype(np.int64)
    X = pixels.reshape(n, 1, rows, columns).astype(np.float32) / 255
    return torch.tensor(X), torch.tensor(y)


def names_of(y):
    names = data.load_fashion_mnist().names
    return [names[int(label)] for label in y]


# %% wrong: still-packed, the labels
# fails: torch-idx-value, torch-idx-loss, torch-idx-hidden
def sizes_of(content):
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]


def read_pair(packed_images, packed_labels):
    images = gzip.decompress(packed_images)
    n, rows, columns = sizes_of(images)
    pixels = np.frombuffer(images, np.uint8, offset=16)
    y = np.frombuffer(packed_labels, np.uint8, offset=8).astype(np.int64)
    X = pixels.reshape(n, 1, rows, columns).astype(np.float32) / 255
    return torch.tensor(X), torch.tensor(y)


def names_of(y):
    names = data.load_fashion_mnist().names
    return [names[int(label)] for label in y]
