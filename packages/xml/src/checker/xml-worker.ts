import { type MessagePort, parentPort } from "node:worker_threads";
import { check } from "../check/check.ts";
import { type SchemaFault, SchemaSetRefused } from "../fault.ts";
import { type Compiled, compile } from "../schema/compile.ts";
import { readXmlShape, type ShapeSource } from "../schema/shape/read-shape.ts";
import { ShapeRefused } from "../schema/shape/shape-refused.ts";
import { type Question, type Questions, ready } from "./protocol.ts";

if (!parentPort) throw new Error("This file is the entry of a thread.");
serve(parentPort);

/**
 * Answer questions until the thread is ended.
 *
 * What is thrown here ends the thread: after a fault of the parser itself nothing in its memory is sure.
 */
function serve(port: MessagePort): void {
  const compiled = new Map<string, Compiled>();
  port.on("message", (question: Question) => port.postMessage(answer(question, compiled)));
  port.postMessage(ready);
}

function answer(question: Question, compiled: Map<string, Compiled>) {
  if (question.ask === "compile") return add(question, compiled);
  if (question.ask === "shape") return read(question.source);
  const found = compiled.get(question.key);
  if (!found) throw new Error("This schema set was not sent.");
  if (question.ask === "check") return check(found, question.document);
  compiled.delete(question.key);
  found.dispose();
  return undefined;
}

function add(
  { key, set }: Extract<Question, { ask: "compile" }>,
  compiled: Map<string, Compiled>,
): readonly SchemaFault[] {
  try {
    compiled.set(key, compile(set));
    return [];
  } catch (error) {
    if (error instanceof SchemaSetRefused) return error.faults;
    throw error;
  }
}

function read(source: ShapeSource): Questions["shape"]["answer"] {
  try {
    return { shape: readXmlShape(source) };
  } catch (error) {
    if (error instanceof ShapeRefused) return { faults: error.faults, roots: error.roots };
    throw error;
  }
}
