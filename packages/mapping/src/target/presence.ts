import type { TargetField } from "@guildhall/contract";

/** One choice, and the alternative of it that something lies within. */
interface Taken {
  readonly choice: string;
  readonly branch: number;
}

/**
 * Tells which fields have to be written: those that are required where what they stand in is there, in the alternatives
 * that are written.
 */
export class Presence {
  readonly #fields: ReadonlyMap<string, TargetField>;
  readonly #isWritten: (target: string) => boolean;
  /** The alternatives of each choice of which something is written. */
  readonly #branches = new Map<string, Set<number>>();

  /** `isWritten` says whether a row writes to a target or to anything within it. */
  constructor(fields: readonly TargetField[], isWritten: (target: string) => boolean) {
    this.#fields = new Map(fields.map((field) => [field.target, field]));
    this.#isWritten = isWritten;
    for (const field of fields.filter(({ target }) => isWritten(target)))
      for (const { choice, branch } of takenBy(field))
        this.#branches.set(choice, (this.#branches.get(choice) ?? new Set()).add(branch));
  }

  /** Whether a document without it would be refused. */
  isNeeded(field: TargetField): boolean {
    if (!field.required || !this.#isChosen(field)) return false;
    const outer = this.#outerOf(field);
    return !outer || this.#isWritten(outer.target) || this.isNeeded(outer);
  }

  /** Whether it is the alternative that is written; of a choice that nobody made, the first stands for all. */
  #isChosen(field: TargetField): boolean {
    return takenBy(field).every(({ choice, branch }) => {
      const branches = this.#branches.get(choice);
      return branches ? branches.has(branch) : branch === 1;
    });
  }

  /** Whether nobody has chosen between a field and its alternatives yet. */
  isOpen({ choice }: TargetField): boolean {
    return choice !== undefined && !this.#branches.has(choice);
  }

  #outerOf({ target }: TargetField): TargetField | undefined {
    return this.#fields.get(outerOf(target));
  }
}

/** The choices that a field lies within, from its name for the innermost: `a#1.2#1` lies in the second of `a#1`. */
function takenBy({ choice, branch = 1 }: TargetField): Taken[] {
  if (choice === undefined) return [];
  const outer = [...choice.matchAll(/\.(\d+)(?=#)/g)].map((found) => ({
    choice: choice.slice(0, found.index),
    branch: Number(found[1]),
  }));
  return [...outer, { choice, branch }];
}

export function outerOf(target: string): string {
  return target.slice(0, Math.max(0, target.lastIndexOf("/")));
}
