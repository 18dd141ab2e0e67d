import type { Answer, Content, Operation, Parameter } from "../document/operations.ts";
import { curlOf } from "./curl.ts";
import { Inline, Markdown } from "./markdown.tsx";
import { FieldTable, TypeOf, ValueNotes } from "./schema.tsx";

export interface OperationProps {
  readonly operation: Operation;
  readonly base: string;
  readonly problems: string;
}

/** One operation: how it is called, by whom, with what, and all that it can answer. */
export function OperationSection({ operation, base, problems }: OperationProps) {
  const { id, method, path, summary, description, parameters, body } = operation;
  const isOurs = path.startsWith("/");
  return (
    <section>
      <h3 id={id}>{summary}</h3>
      <p class="call">
        <span class="method">{method}</span> <code>{isOurs ? path : "your address"}</code>
      </p>
      {operation.deprecated ? <p>It will go: see its Sunset header.</p> : null}
      <Markdown text={description} deeper={3} />
      {isOurs ? <WhoMayCall security={operation.security} scope={operation.scope} /> : null}
      {parameters.length === 0 ? null : <Parameters parameters={parameters} />}
      {body === undefined ? null : <Body title="Body" content={body} />}
      <Answers answers={operation.answers} />
      <Problems problems={operation.problems} address={problems} />
      {isOurs ? (
        <>
          <h4>Example</h4>
          <pre>
            <code>{curlOf(operation, base)}</code>
          </pre>
        </>
      ) : null}
    </section>
  );
}

function WhoMayCall({ security, scope }: Pick<Operation, "security" | "scope">) {
  if (security.length === 0) return <p>Anyone may call it.</p>;
  if (security.some((way) => Object.keys(way).length === 0))
    return <p>Anyone may call it; a credential may open more.</p>;
  if (scope === "") return <p>A credential is needed.</p>;
  return (
    <p>
      A credential is needed with the scope <code>{scope}</code>.
    </p>
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <>
      <h4>Parameters</h4>
      <table>
        <thead>
          <tr>
            <th scope="col" class="narrow">
              Name
            </th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((one) => (
            <tr>
              <th scope="row">
                <code>{one.name}</code>
                <br />
                <span class="quiet">
                  {one.in}
                  {one.required ? ", required" : ""}
                </span>
              </th>
              <td>
                <TypeOf schema={one.schema} />
                <ValueNotes schema={one.schema} description={one.description} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Body({ title, content }: { title: string; content: Content }) {
  return (
    <>
      <h4>{title}</h4>
      <p>
        <code>{content.type}</code>: <TypeOf schema={content.schema} />
      </p>
      <FieldTable schema={content.schema} />
    </>
  );
}

function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <>
      <h4>Answers</h4>
      {answers.map(({ status, description, contents, headers }) => (
        <>
          <p>
            <strong>{status}</strong> <Inline text={description} />
            {contents.map(({ type, schema }) => (
              <>
                {": "}
                <TypeOf schema={schema} /> <span class="quiet">({type})</span>
              </>
            ))}
          </p>
          {headers.length === 0 ? null : (
            <p class="quiet">With {headers.map(({ name }) => name).join(", ")}</p>
          )}
          {contents.slice(0, 1).map(({ schema }) => (
            <FieldTable schema={schema} />
          ))}
        </>
      ))}
    </>
  );
}

function Problems({ problems, address }: { problems: Operation["problems"]; address: string }) {
  if (problems.length === 0) return null;
  return (
    <>
      <h4>Problems</h4>
      <ul>
        {problems.map(({ status, code, title }) => (
          <li>
            {status} <a href={`${address}${code}`}>{code}</a>: {title}
          </li>
        ))}
      </ul>
    </>
  );
}
