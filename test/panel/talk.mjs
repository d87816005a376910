// What a test says to the page as its host, and what it heard from it.

/** Sends a message and waits until the page has drawn. */
export function tell(page, message) {
  return page.evaluate(async (data) => {
    window.postMessage(data, "*");
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, message);
}

export function show(page, view) {
  return tell(page, { type: "view", view });
}

/** All that the page has said, or the last of a kind. */
export function heard(page) {
  return page.evaluate(() => window.host.sent);
}

export async function lastHeard(page, type) {
  return (await heard(page)).filter((it) => it.type === type).at(-1);
}

/** What the page would leave behind for the next one. */
export function kept(page) {
  return page.evaluate(() => window.host.kept());
}
