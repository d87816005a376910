import { readFileSync } from "node:fs";
import { XmlDocument, XmlElement, XsdValidator } from "libxml2-wasm";

/** A case of a JUnit report as a server reads it. */
export interface JunitCase {
  readonly suite: string;
  readonly classname: string;
  readonly name: string;
  /** `failure`, `skipped`, `system-out`, or nothing for a case that passes in silence. */
  readonly kind: string | undefined;
  readonly message: string | undefined;
  readonly text: string;
}

const xsd = XmlDocument.fromString(readFileSync(new URL("./junit.xsd", import.meta.url), "utf8"));

/** The cases of a report; throws where it is no XML or does not fit the schema. */
export function readJunit(report: string): readonly JunitCase[] {
  const document = XmlDocument.fromString(report);
  const validator = XsdValidator.fromDoc(xsd);
  try {
    validator.validate(document);
    return document.find("//testcase").map((it) => caseOf(element(it)));
  } finally {
    validator.dispose();
    document.dispose();
  }
}

function caseOf(testcase: XmlElement): JunitCase {
  const [inner] = testcase.find("*").map(element);
  return {
    suite: element(testcase.parent).attr("name")?.value ?? "",
    classname: testcase.attr("classname")?.value ?? "",
    name: testcase.attr("name")?.value ?? "",
    kind: inner?.name,
    message: inner?.attr("message")?.value,
    text: testcase.content,
  };
}

function element(node: unknown): XmlElement {
  if (node instanceof XmlElement) return node;
  throw new Error("An element is needed.");
}
