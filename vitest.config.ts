import { defineConfig } from "vitest/config";
import { yamlModules } from "./catalog/yamlLoader.mjs";

export default defineConfig({
  plugins: [yamlModules()],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**", "test/fixtures/**", "node_modules/**"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 30_000,
  },
});
