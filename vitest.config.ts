import { defineConfig, type ViteUserConfig } from 'vitest/config'

// What needs Node and npm alone. What needs other real parts (Chromium, Node 24) is in vitest.real.config.ts.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**'],
    globalSetup: ['test/build-workers.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
export default config
