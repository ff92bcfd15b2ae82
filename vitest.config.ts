import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** What measures for real: one file at a time, with nothing beside it. */
const alone = ['test/measure/experiment-for-real.test.ts', 'test/measure/worker.test.ts']
/** They only end what hangs: with other work on the machine, a test may take many times as long. */
const limits = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } }

// What needs Node and npm alone. What needs other real parts, or takes longer, is in vitest.real.config.ts.
const config: ViteUserConfig = defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'parallel',
          include: ['test/**/*.test.ts'],
          exclude: ['test/real/**', ...alone],
          // Loading the sources anew for every file would take a minute of processor time.
          isolate: false,
          // Vitest leaves one processor free otherwise, which would be half of two.
          maxWorkers: Math.max(2, availableParallelism()),
          // To start a process, the memory of this one is copied page by page. These suites start thousands, so that heaps grow
          // by a fifth instead of doubling.
          execArgv: ['--heap-growing-percent=20'],
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
      { test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 }, ...limits } },
    ],
  },
})
export default config
