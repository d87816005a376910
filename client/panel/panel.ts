import { readToPage } from "../src/panelMessages.ts";
import { drawView } from "./drawView.ts";
import { host, saved } from "./host.ts";
import { restoringFocus } from "./restoringFocus.ts";

const main = document.getElementById("coverage");

window.addEventListener("message", ({ data }) => {
  const message = readToPage(data);
  if (message === undefined || main === null) return;
  restoringFocus(main, () => main.replaceChildren(...drawView(message.view)));
});

window.addEventListener("scroll", () => saved.update({ scroll: window.scrollY }), {
  passive: true,
});

host.post({ type: "ready" });
