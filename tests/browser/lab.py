"""Steps in JupyterLab that hold: each waits for what it needs, none for a time."""

READY = """async () => {
  const app = window.jupyterapp;
  await app.restored;
  for (let tries = 0; tries < 600; tries++) {
    const widget = app.shell.currentWidget;
    const session = widget && (widget.context ?? widget).sessionContext;
    if (session && session.isReady
        && session.session?.kernel?.status === 'idle') return true;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('the kernel did not become idle');
}"""


def open_notebook(page, address: str, token: str, path: str) -> None:
    """Open a notebook in a fresh workspace and wait until its kernel is idle."""
    page.goto(f"{address}/lab/tree/{path}?reset&token={token}")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    page.evaluate(READY)


def run_command(page, command: str) -> None:
    """Run a command of JupyterLab by its name, to its end."""
    page.evaluate("name => window.jupyterapp.commands.execute(name)", command)


def run_all(page) -> None:
    """Run all cells; ready when the kernel is idle again."""
    run_command(page, "notebook:run-all-cells")
    page.evaluate(READY)


def save(page) -> None:
    """Save the open document."""
    run_command(page, "docmanager:save")
