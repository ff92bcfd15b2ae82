import { defineConfig, type ViteUserConfig } from 'vitest/config'

// The suites that need real parts beyond Node and npm, which `.ci/run` installs, much memory, or the whole time that a user would
// wait.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/real/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
  },
})
export default config
