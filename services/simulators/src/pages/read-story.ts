/** A question of the citizen's form, and what was answered to it. */
export interface Told {
  readonly question?: string;
  readonly answer: string;
}

/**
 * Read the questions and answers back out of the text that a case carries.
 *
 * The text is blocks apart by an empty line, the first line of each its question. A block that begins with no
 * question goes on with the answer before it, so no word is lost where an answer has empty lines of its own.
 */
export function readStory(text: string): readonly Told[] {
  const told: { question?: string; answer: string }[] = [];
  for (const block of text.split(/\n[ \t]*\n+/).map((part) => part.trim())) {
    if (block === "" || isDocumentLink(block)) continue;
    const [first = "", ...rest] = block.split("\n");
    const last = told.at(-1);
    if (rest.length > 0 && isQuestion(first)) {
      told.push({ question: first, answer: rest.join("\n") });
    } else if (last) last.answer += `\n\n${block}`;
    else told.push({ answer: block });
  }
  return told;
}

/** One entry of a list that the citizen filled in: `Room 2`, and what was said of it. */
export interface Entry {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Read the numbered entries that an answer consists of; none where it is no such list. */
export function readEntries(answer: string): readonly Entry[] {
  const [first = "", ...rest] = answer.split("\n");
  const name = /^(\S.{0,60}) 1$/.exec(first)?.[1];
  if (name === undefined) return [];
  const entries: { name: string; lines: string[] }[] = [{ name: first, lines: [] }];
  for (const line of rest) {
    if (line === `${name} ${entries.length + 1}`) entries.push({ name: line, lines: [] });
    else entries.at(-1)?.lines.push(line);
  }
  return entries;
}

/** Documents are opened with the case's grant; their bare addresses open nothing. */
function isDocumentLink(block: string): boolean {
  return /^https?:\/\/\S+\/documents\/\S+$/.test(block);
}

function isQuestion(line: string): boolean {
  return line.length <= 200 && !/[.,;:!…]$/.test(line);
}
