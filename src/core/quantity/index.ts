/** Quantities with units, in one place: parsed from what users write, checked as settings, printed for people. */
export type { Margin, MarginUnit, StatedMargin } from './parse.ts'
export { parseBytes, parseDuration, parseMargin, parseShare } from './parse.ts'
export {
  printAmount,
  printBound,
  printBytes,
  printChange,
  printCount,
  printDuration,
  printMilliseconds,
  printNumber,
  printPoints,
  printPValue,
  printShare,
  printSigned,
  printValue,
} from './print.ts'
export { byteSize, duration, margin, share } from './settings.ts'
