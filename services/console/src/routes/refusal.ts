import { Refused } from "@guildhall/sdk";

/**
 * Give what the API answers, or its refusal where it is one that the person can do something about.
 *
 * @throws whatever else went wrong
 */
export async function answerOrRefusal<T>(
  call: Promise<T>,
  codes: readonly string[],
): Promise<{ answer: T; refused?: never } | { refused: Refused; answer?: never }> {
  try {
    return { answer: await call };
  } catch (error) {
    if (error instanceof Refused && codes.includes(error.code)) return { refused: error };
    throw error;
  }
}
