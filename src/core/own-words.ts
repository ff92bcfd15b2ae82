let words: ReadonlySet<string> | undefined

/**
 * Whether a text is a key or a word of what Airworthy keeps and decides on. A secret that is such a word, or a part of one, cannot be
 * told from it: there it stays as it is. Shorter words are left out, as no secret is that short.
 */
export function isOwnWord(text: string): boolean {
  words ??= new Set(ownWords.trim().split(/\s+/))
  return words.has(text)
}

/** A list, and not the schemas themselves, which take milliseconds to build. A test holds the two together. */
const ownWords = `
  above-weight absolute accuracy additive against agreement airworthy airworthy.evidence/2 airworthy.evidence/3
  airworthy.report/2 airworthy.shard/1 airworthy.shard/2 allow-fallback allowFallback already-serving analysis
  approver artifact assign bakeMs benchmark better bfloat16 blocks boolean branch breaking budget cached cancelled
  candidate celsius change checks chosen classes column command commit compare comparison compatible contender
  contenders contract copyMs corpus counts cpuQuota created custom decision decisions default description detail
  detectable determinism device differing dispatch driver earlier effective effects energy environment environments
  equivalent error-rate errors evidence evidence-kept examples existed exitCode expected expires extend extended
  extensions failed findings fingerprint finishedAt first-release first-run firstRunMs float16 float32 float64 follows
  golden governor groups higher identical improved inconclusive inputs interface interleaved interval irVersion
  isolated joules judgements kernelMs labels latency latency.mean latency.p50 latency.p90 latency.p95 latency.p99
  license limits load-test log-loss logits losses machine margin measured measurements memory.gpu memory.peak
  memoryBytes memoryLimitBytes message metadata method metric metrics min-requests minRequests missing namespace
  noise-floor not-checked not-worse notCompared observed on-promoted on-rollback onnxruntime onnxruntime-node
  onnxruntime-web openRollout operators optimize options outcome output output-error outputs override parameters
  partly passed peakBytes pipeline platform precision predictions probabilities problems process producer product
  production products profiles promoted provider quality questions readings reason reasons recall record records
  registry relative release remedy remote replay reports-kept requests require resampled rolled-back rollout
  rollout-claimed rollout-finished rollout-judged rollout-left rollout-started rollout-weight run-finished run-started
  runner runtimes safety samplesMs scenario scenarios schema scores scratch seconds secrets sentence serves
  session-start sessionMs settings severity sha256 shapes skipped slices slowShare source spread spreads stable
  stage-failed stage-finished stage-started stages startedAt stated status steady string subject summary tagged target
  tensorrt threads throughput timeout tolerance uint16 uint32 uint64 unchecked unread untouched utilization validate
  validation variant variants verdict verified version wallMs warmup warning warnings watchedMs webgpu weight windows
  without workflow
`
