import { expect, test } from "vitest";
import { randomOf } from "../kernel/random.mjs";
import { happen } from "../soak/events.ts";
import { WorkspaceEditor } from "../soak/workspaceEditor.ts";
import { World } from "../soak/world.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A few minutes of work. `npm run bench -- --only soak` is an hour of it, and looks at the memory as well. */
const EVENTS = 250;

test.each([1, 2, 3])(
  "after minutes of editing, the workspace knows what a fresh one would (seed %i)",
  async (seed) => {
    const editor = new WorkspaceEditor();
    const world = new World(temporaryFolder(), editor);
    await world.restore();
    const counts = await happen(world, randomOf(seed), EVENTS);
    expect(counts["edit"]).toBeGreaterThan(EVENTS / 3);

    const fresh = new WorkspaceEditor();
    await world.showTo(fresh);
    expect(editor.everything).toEqual(fresh.everything);
  },
);
