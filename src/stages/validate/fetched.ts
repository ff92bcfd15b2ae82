import type { Finding } from '../../core/products/index.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import { plainer, unfetchable } from '../../providers/errors.ts'
import { isFetchable } from '../../providers/session.ts'

const unfetched = 'output-unfetched'

/** What checks that look at outputs could not look at: outputs that Node cannot hold. */
export function unfetchedIn(outputs: readonly TensorInfo[]): Finding[] {
  return outputs
    .filter((output) => !isFetchable(output))
    .map((output) => ({
      severity: 'warning',
      code: unfetched,
      where: `output ${output.name}`,
      message: `It was not checked: it ${unfetchable(output)}, and Node cannot fetch it.`,
      hint: `${plainer(output)} Or check it with another runtime.`,
      unchecked: true,
    }))
}

/** Whether nothing went wrong and all that could not be looked at are such outputs: the others can be checked. */
export function onlyUnfetched(findings: readonly Finding[]): boolean {
  return findings.every(({ severity, unchecked, code }) => severity !== 'error' && (!unchecked || code === unfetched))
}
