import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { yamlModules } from "./catalog/yamlLoader.mjs";

export default defineConfig({
  plugins: [yamlModules()],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**", "test/fixtures/**", "node_modules/**"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 30_000,
    // Programs that tests start must not find what others have kept.
    env: { XDG_CACHE_HOME: join(tmpdir(), `iec62443-cache-${process.pid}`) },
  },
});
