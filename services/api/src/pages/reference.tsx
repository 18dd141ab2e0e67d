import type { JsonObject } from "../document/json.ts";
import { asList, asObject, asText } from "../document/json.ts";
import { type Operation, operationsOf, schemasOf, webhooksOf } from "../document/operations.ts";
import { Markdown, slugOf } from "./markdown.tsx";
import { OperationSection } from "./operation.tsx";
import { DocsPage, type PageProps } from "./page.tsx";
import { SchemaSection } from "./schema.tsx";

export interface ReferenceProps extends Pick<PageProps, "docs" | "developers" | "tenant"> {
  readonly document: JsonObject;
  /** Where the page of a problem is, but for its code. */
  readonly problems: string;
}

/** Everything that a document says, as one page to read: a section for each operation, webhook and named schema. */
export function ReferencePage({ document, problems, ...place }: ReferenceProps) {
  const base = asText(asObject(asList(document.servers)[0]).url);
  const groups = groupsOf(document);
  const schemas = schemasOf(document);
  return (
    <DocsPage title="Reference" {...place}>
      <h1>{place.tenant} services API: reference</h1>
      <p>
        All calls are made under <code>{base}</code>.
      </p>
      <Markdown text={asText(asObject(document.info).description)} deeper={1} />
      <Contents groups={groups} schemas={schemas.map(([name]) => name)} />
      {groups.map(({ title, description, operations }) => (
        <section>
          <h2 id={slugOf(title)}>{title}</h2>
          {description === "" ? null : <Markdown text={description} deeper={2} />}
          {operations.map((operation) => (
            <OperationSection operation={operation} base={base} problems={problems} />
          ))}
        </section>
      ))}
      <section>
        <h2 id="data">Data</h2>
        {schemas.map(([name, schema]) => (
          <SchemaSection name={name} schema={schema} />
        ))}
      </section>
    </DocsPage>
  );
}

interface Group {
  readonly title: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

/** Operations by their tag, in the order of the document's tags, then the calls that the API makes itself. */
function groupsOf(document: JsonObject): Group[] {
  const operations = operationsOf(document);
  const tags = asList(document.tags).map((tag) => asObject(tag));
  const described = new Map(tags.map((tag) => [asText(tag.name), asText(tag.description)]));
  const names = new Set([...described.keys(), ...operations.map(({ tag }) => tag)]);
  const groups = [...names].map((title) => ({
    title,
    description: described.get(title) ?? "",
    operations: operations.filter(({ tag }) => tag === title),
  }));
  const description =
    "What subscribers are called with. Each call is signed; the guide says how to tell that it is ours.";
  const calls = { title: "Calls to you", description, operations: webhooksOf(document) };
  return [...groups, calls].filter((group) => group.operations.length > 0);
}

function Contents({ groups, schemas }: { groups: readonly Group[]; schemas: readonly string[] }) {
  return (
    <nav aria-label="On this page" class="contents">
      {groups.map(({ title, operations }) => (
        <>
          <h2>
            <a href={`#${slugOf(title)}`}>{title}</a>
          </h2>
          <ul>
            {operations.map(({ id, summary }) => (
              <li>
                <a href={`#${id}`}>{summary}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <h2>
        <a href="#data">Data</a>
      </h2>
      <ul class="names">
        {schemas.map((name) => (
          <li>
            <a href={`#schema-${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
