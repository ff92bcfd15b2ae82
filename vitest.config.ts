import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** What measures for real, or waits for real moments of a real server: one file at a time, with nothing beside it. */
const alone = ['test/measure/experiment.test.ts', 'test/measure/worker.test.ts', 'test/measure/gpu/telemetry.test.ts']

// What needs Node and npm alone. What needs other real parts, or more time, is in vitest.real.config.ts.
const config: ViteUserConfig = defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'parallel',
          include: ['test/**/*.test.ts'],
          exclude: ['test/real/**', ...alone],
          maxWorkers: Math.max(2, availableParallelism()),
          sequence: { groupOrder: 1 },
          ...patience(),
        },
      },
      {
        test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 }, ...patience() },
      },
    ],
  },
})
export default config

/** Limits that only end what hangs: a machine with other work beside the tests may be many times slower. */
function patience() {
  return { testTimeout: 120_000, hookTimeout: 120_000 }
}
