"""Answers to capstone-core, right and wrong."""


# %% right: digits, a dense network
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% right: sunspots, in order of years
def capstone(rng):
    project = load_project("sunspots")
    X, Y = project.X, project.Y
    rows = np.arange(len(X))
    tr, va, te = rows[:180], rows[180:230], rows[230:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Dense(9, 1, rng)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=40, **how)
    net = Network.from_layers(Network([9, 12, 1], rng=rng).layers)
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=60,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=10),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="sunspots",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=score(project, np.full(len(te), Y[tr].mean()), te),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% right: clothes, a quarter of them, a convolution
def capstone(rng):
    project = load_project("clothes")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:500], rows[500:700], rows[700:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(784, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=5, **how)
    net = Network.from_layers(
        [
            Conv2d(1, 4, 3, rng, dtype=np.float32),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(676, 10, rng, dtype=np.float32),
        ]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.005),
        epochs=4,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="clothes",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% right: lists, and scores rounded to three decimals
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=list(tr),
        val=va.tolist(),
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=round(score(project, net.predict(X[te]), te), 3),
        majority=round(float(np.mean(Y[te] == np.bincount(Y[tr]).argmax())), 3),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% right: weights of the best epoch kept by hand
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    kept = {}

    def keep(e, h):
        if h.val_loss[-1] == min(h.val_loss):
            kept.update(net.copy_params())

    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        callback=keep,
        **how,
    )
    net.set_params(kept)
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=int(np.argmin(history.val_loss)) + 1,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: test-in-training
# fails: capstone-core-split
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[140:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: test-in-training, everything trained
# fails: capstone-core-split
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:200], rows[150:200], np.arange(len(X))
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: test-in-validation
# fails: capstone-core-split
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[180:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: validation-in-training
# fails: capstone-core-split
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[120:170], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: parts-too-small
# fails: capstone-core-split
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:600], rows[600:700], rows[700:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=4,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: parts-too-small, a tiny test
# fails: capstone-core-split
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:260]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: years-shuffled
# fails: capstone-core-split
def capstone(rng):
    project = load_project("sunspots")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:180], rows[180:230], rows[230:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Dense(9, 1, rng)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=40, **how)
    net = Network.from_layers(Network([9, 12, 1], rng=rng).layers)
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=60,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=10),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="sunspots",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=score(project, np.full(len(te), Y[tr].mean()), te),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: no-baseline
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=None,
        linear=None,
        linear_score=None,
        figure=figure,
    )


# %% wrong: no-baseline, the linear one only
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=None,
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: majority-of-test
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = np.argsort(Y * 0 + rng.random(len(Y)) + (Y == 3), kind="stable")
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.bincount(Y[te]).max() / len(te),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: linear-has-hidden
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers(
        [Flatten(), *Network([64, 12, 10], rng=rng, dtype=np.float32).layers]
    )
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: linear-score-elsewhere
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[tr]), tr),
        figure=figure,
    )


# %% wrong: linear-untrained
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(1e-9), epochs=1, **how)
    linear.layers[-1].params["b"][np.bincount(Y[te]).argmin()] = 99
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: linear-as-network, a second one like it
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: linear-as-network, the very same
# fails: capstone-core-baseline
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    net = linear
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: best-epoch-on-test
# fails: capstone-core-epoch
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[te], Y[te]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: last-weights-kept
# fails: capstone-core-epoch
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.03),
        epochs=80,
        validation=(X[va], Y[va]),
        early_stopping=None,
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=int(np.argmin(history.val_loss)) + 1,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: curve-of-training
# fails: capstone-core-epoch
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[tr], Y[tr]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: epoch-from-zero
# fails: capstone-core-epoch
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch - 1,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: last-epoch-chosen
# fails: capstone-core-epoch
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=60,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=len(history.val_loss),
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: plots-unlabelled
# fails: capstone-core-figure
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    pass
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: plots-unlabelled, no words
# fails: capstone-core-figure
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = ""
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: one-axis-named
# fails: capstone-core-figure
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: nothing-drawn
# fails: capstone-core-figure
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    pass
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: nothing-drawn, words alone
# fails: capstone-core-figure
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].set_title("loss")
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: no-figure
# fails: capstone-core-figure
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
    )


# %% wrong: not-reproducible
# fails: capstone-core-hidden
def capstone(rng):
    rng = np.random.default_rng()
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: percent-given
# fails: capstone-core-hidden
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=100 * score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: score-of-training
# fails: capstone-core-hidden
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[tr]), tr),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: score-of-validation
# fails: capstone-core-hidden
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[va]), va),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: score-elsewhere
# fails: capstone-core-hidden
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(0.01),
        epochs=25,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=0.99,
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )


# %% wrong: simple-wins
# fails: capstone-core-hidden
def capstone(rng):
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    how = {"rng": rng, "loss": project.loss, "batch_size": 16}
    linear = Network.from_layers([Flatten(), Dense(64, 10, rng, dtype=np.float32)])
    train.fit(linear, X[tr], Y[tr], optimiser=Adam(0.02), epochs=20, **how)
    net = Network.from_layers(
        [Flatten(), *Network([64, 24, 10], rng=rng, dtype=np.float32).layers]
    )
    net.layers[-1].params["b"][np.bincount(Y[te]).argmin()] = 99
    history = train.fit(
        net,
        X[tr],
        Y[tr],
        optimiser=Adam(1e-9),
        epochs=2,
        validation=(X[va], Y[va]),
        early_stopping=train.EarlyStopping(patience=5),
        **how,
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "Training and validation loss over the epochs, both falling."
    plots.close(figure)
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == np.bincount(Y[tr]).argmax()),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )
