import { boundsOf, fieldsOf, typeOf } from "../document/fields.ts";
import { asList, asObject, asText, type JsonObject } from "../document/json.ts";
import { Markdown } from "./markdown.tsx";

/** A named schema: its fields, or what it can be. */
export function SchemaSection({ name, schema }: { name: string; schema: JsonObject }) {
  return (
    <section>
      <h3 id={`schema-${name}`}>{name}</h3>
      <Markdown text={asText(schema.description)} deeper={3} />
      {schema.properties === undefined ? (
        <p>
          <TypeOf schema={schema} />
        </p>
      ) : (
        <FieldTable schema={schema} />
      )}
      {choicesOf(schema).map((choice) => (
        <>
          <h4>{headingOf(choice)}</h4>
          <FieldTable schema={choice} />
        </>
      ))}
    </section>
  );
}

/** The kinds that a schema can be of, where they are described in it. */
function choicesOf(schema: JsonObject): JsonObject[] {
  return [...asList(schema.oneOf), ...asList(schema.anyOf)]
    .map(asObject)
    .filter(({ properties }) => properties !== undefined);
}

/** A kind is told from the others by a field that has one value. */
function headingOf({ properties }: JsonObject): string {
  const [name, field] =
    Object.entries(asObject(properties)).find(
      ([, one]) => constantOf(asObject(one)) !== undefined,
    ) ?? [];
  return name === undefined ? "Or" : `Where ${name} is ${constantOf(asObject(field))}`;
}

function constantOf(schema: JsonObject): string | undefined {
  const values = schema.const === undefined ? asList(schema.enum) : [schema.const];
  return values.length === 1 ? JSON.stringify(values[0]) : undefined;
}

/** The fields of an object, those of objects in it too; nothing for what is no object or described elsewhere. */
export function FieldTable({ schema }: { schema: JsonObject }) {
  const fields = fieldsOf(schema);
  if (fields.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" class="narrow">
            Field
          </th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, required, schema: field }) => (
          <tr>
            <th scope="row">
              <code>{name}</code>
              {required ? (
                <>
                  <br />
                  <span class="quiet">required</span>
                </>
              ) : null}
            </th>
            <td>
              <TypeOf schema={field} />
              <ValueNotes schema={field} description={asText(field.description)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a value is, its named schemas as links to them. */
export function TypeOf({ schema }: { schema: JsonObject }) {
  return (
    <>
      {typeOf(schema)
        .split(/\{(\w+)\}/)
        .map((part, index) => (index % 2 === 0 ? part : <a href={`#schema-${part}`}>{part}</a>))}
    </>
  );
}

export function ValueNotes({ schema, description }: { schema: JsonObject; description: string }) {
  const bounds = [...boundsOf(schema), ...exampleOf(schema)].join("; ");
  return (
    <>
      {bounds === "" ? null : <span class="quiet"> ({bounds})</span>}
      {description === "" ? null : <Markdown text={description} deeper={4} />}
    </>
  );
}

function exampleOf(schema: JsonObject): string[] {
  const [example] = asList(schema.examples);
  return example === undefined ? [] : [`for example ${JSON.stringify(example)}`];
}
