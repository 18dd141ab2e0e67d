import { createHash } from "node:crypto";
import { drawRandom } from "@guildhall/store";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const referenceAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".replace("L", "");
const dayMs = 86_400_000;
const firstDay = Date.UTC(2020, 0, 1);

/** Three letters that say what an id is of. */
export type IdKind =
  | "acc"
  | "per"
  | "agr"
  | "ses"
  | "prc"
  | "drf"
  | "not"
  | "tsk"
  | "doc"
  | "out"
  | "pay"
  | "sub"
  | "alm"
  | "fbk"
  | "prv"
  | "cmt"
  | "rpl"
  | "dry"
  | "scr"
  | "imp"
  | "inf"
  | "cor"
  | "flw"
  | "nfx"
  | "rat"
  | "jti";

/** Where ids and references come from. */
export interface Ids {
  id(kind: IdKind): string;
  reference(prefix: string): string;
}

/**
 * Make ids that sort by the time they were given, and references that begin with their day.
 *
 * What is inserted together then lies together in its index, which halves the cost of a commit; what
 * follows is random, so that nobody can guess another's.
 */
export function createIds(
  now: () => number = Date.now,
  random: (bytes: number) => Uint8Array = drawRandom,
): Ids {
  let last = 0;
  let count = 0;
  return {
    id(kind) {
      const time = now();
      count = time === last ? count + 1 : 0;
      last = time;
      return `${kind}_${encode(time, 10)}${encode(count & 0xffff, 4)}${spell(random(12), alphabet)}`;
    },
    reference(prefix) {
      const day = Math.max(0, Math.floor((now() - firstDay) / dayMs));
      const letters = spellNumber(day, 3) + spell(random(5), referenceAlphabet);
      return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
    },
  };
}

/** The id that follows from a name, so that what is made twice under it is made once; it sorts by no time. */
export function idFrom(kind: IdKind, name: string): string {
  const digest = createHash("sha256").update(name).digest();
  return `${kind}_${spell(digest.subarray(0, 26), alphabet)}`;
}

/** The least id that could be given at a time: what sorts before it is older. */
export function firstIdAt(kind: IdKind, time: number): string {
  return `${kind}_${encode(Math.min(Math.max(0, time), lastTime), 10)}`;
}

/** The latest time that an id has room for. */
const lastTime = 32 ** 10 - 1;

/** When an id of ours was given. */
export function timeOf(id: string): number {
  return [...id.slice(4, 14)].reduce((time, letter) => time * 32 + alphabet.indexOf(letter), 0);
}

/** When an id was given: it begins with its time. */
export function timeOfId(id: string): number {
  let time = 0;
  for (const letter of id.slice(4, 14)) time = time * 32 + alphabet.indexOf(letter);
  return time;
}

function encode(value: number, length: number): string {
  let rest = value;
  let text = "";
  for (let i = 0; i < length; i += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function spell(bytes: Uint8Array, letters: string): string {
  let text = "";
  for (const byte of bytes) text += letters.charAt(byte % letters.length);
  return text;
}

function spellNumber(value: number, length: number): string {
  const base = referenceAlphabet.length;
  let rest = value;
  let text = "";
  for (let i = 0; i < length; i += 1) {
    text = referenceAlphabet.charAt(rest % base) + text;
    rest = Math.floor(rest / base);
  }
  return text;
}
