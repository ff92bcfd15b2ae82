import type { World } from '../../core/world.ts'

/** The value in a JSON file. `wrong` makes the error for a file that holds no JSON. */
export async function readJson(
  { files }: World,
  file: string,
  wrong: (reason: string, cause: unknown) => Error,
): Promise<unknown> {
  const text = await files.readText(file)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw wrong('it is not JSON', cause)
  }
}
