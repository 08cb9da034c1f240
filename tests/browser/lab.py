"""Steps in JupyterLab that hold: each waits for what it needs, none for a time."""

FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"
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

CHOOSE = """name => {
  const content = window.jupyterapp.shell.currentWidget.content;
  const index = content.widgets.findIndex(cell => cell.model.id === name);
  if (index < 0) throw new Error(`no cell ${name}`);
  content.activeCellIndex = index;
  content.deselectAll();
  content.mode = 'command';
  content.node.focus();
}"""
COUNT = """name => window.jupyterapp.shell.currentWidget.content.widgets
  .find(cell => cell.model.id === name).model.executionCount"""
RAN = """async ([name, before]) => {
  const content = window.jupyterapp.shell.currentWidget.content;
  const cell = content.widgets.find(cell => cell.model.id === name);
  for (let tries = 0; tries < 600; tries++) {
    const count = cell.model.executionCount;
    if (count && count !== before) return;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error(`${name} has not run`);
}"""

RAN_ALL = """async () => {
  const content = window.jupyterapp.shell.currentWidget.content;
  const waiting = () => content.widgets.some(cell => cell.model.type === 'code'
    && cell.model.sharedModel.getSource().trim() && !cell.model.executionCount);
  for (let tries = 0; tries < 1200; tries++) {
    if (!waiting()) return;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('some cells have not run');
}"""


def open_notebook(page, address: str, token: str, path: str) -> None:
    """Open a notebook in a fresh workspace and wait until its kernel is idle."""
    page.goto(f"{address}/lab/tree/{path}?reset&token={token}")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    page.evaluate(READY)


def wait_for_notebook(page) -> None:
    """Wait until the notebook a click has opened is in front and its kernel idle."""
    page.wait_for_selector(f"{FRONT} .jp-Cell")
    page.evaluate(READY)


def cell(page, name: str):
    """Find the cell with an id in the notebook in front, and bring it into view."""
    page.evaluate(CHOOSE, name)
    found = page.locator(f"{FRONT} .jp-Cell.jp-mod-active")
    found.scroll_into_view_if_needed()
    return found


def run_cell(page, name: str) -> None:
    """Run one cell by the keyboard, and wait for what it says."""
    cell(page, name)
    before = page.evaluate(COUNT, name)
    page.keyboard.press("Control+Enter")
    page.evaluate(RAN, [name, before])
    page.evaluate(READY)


def run_command(page, command: str) -> None:
    """Run a command of JupyterLab by its name, to its end."""
    page.evaluate("name => window.jupyterapp.commands.execute(name)", command)


def run_all(page) -> None:
    """Run all cells; ready when the kernel is idle again."""
    run_command(page, "notebook:run-all-cells")
    page.evaluate(RAN_ALL)  # on a busy machine the command is back before the cells
    page.evaluate(READY)


def save(page) -> None:
    """Save the open document."""
    run_command(page, "docmanager:save")
