import { isDeepStrictEqual } from "node:util";
import { Form, Page, Question, type ServiceDefinition } from "@guildhall/contract";
import type { z } from "zod";

type Fields = Record<string, unknown>;

/** A value as JSON has it: what is undefined is not there. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** Leave out what the schema says by itself, so that files say what was decided and nothing else. */
export function brief(schema: z.ZodObject, fields: object): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => {
      const unsaid = schema.shape[key]?.safeParse(undefined);
      return !(unsaid?.success && isDeepStrictEqual(unsaid.data, value));
    }),
  );
}

/** A form's pages and questions, each as short as it can be said. */
export function briefForm(form: Partial<ServiceDefinition["form"]>): Fields {
  const { pages, ...rest } = brief(Form, form);
  if (!Array.isArray(pages)) return rest;
  return { ...rest, pages: pages.map((page) => briefPage(page)) };
}

function briefPage(page: Page): Fields {
  const { questions, ...rest } = brief(Page, page);
  if (questions === undefined) return rest;
  return { ...rest, questions: page.questions.map(briefQuestion) };
}

/** What a question leaves out depends on its type. */
function briefQuestion(question: Question): Fields {
  const schema = schemas.get(question.type);
  const fields: Fields = schema ? brief(schema, question) : { ...question };
  if (question.type !== "group") return fields;
  // Questions of a group are questions.
  return { ...fields, questions: (question.questions as Question[]).map(briefQuestion) };
}

const schemas: ReadonlyMap<Question["type"], z.ZodObject> = new Map(
  Question.options.map((schema) => [schema.shape.type.value, schema]),
);
