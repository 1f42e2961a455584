import { apiDocument } from './api-document.ts';
import { answerValidator, validatorAt } from './described-schemas.ts';
import type { Fuzzed } from './fuzzed-requests.ts';
import type { FuzzedAnswer } from './fuzzed-service.ts';

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
}

/** Said of an address or a method that leads to no operation. */
const elsewhere = ['ROUTE_NOT_FOUND', 'METHOD_NOT_ALLOWED', 'URL_NOT_VALID'];

/** A service that has too much to do says so: that is no fault of a request. */
const busy = ['BUSY', 'ANSWER_TIMEOUT'];

/** What programs say in English; a single short word may be a name that somebody sent. */
const english = /\b(must (be|not)|should|cannot|is not|not found|unexpected|expected|undefined)\b/i;
const traces = /\n\s+at |\.[jt]s:\d|node_modules|\[object/;

/** Whether it is for people; what was sent is shown again between «». */
const isSpanish = (detail: string): boolean =>
  detail.length >= 15 && !traces.test(detail) && !english.test(detail.replaceAll(/«[^]*?»/g, ''));

const faultsOfProblem = (problem: Problem, status: number): unknown[] => {
  const isProblem = validatorAt('components', 'schemas', 'Problem');
  if (!isProblem(problem)) return isProblem.errors ?? [];
  const { code, detail, title } = problem;
  const faults: readonly [boolean, string][] = [
    [problem.status !== status || title !== code, 'the status or the title differs'],
    [!isSpanish(detail), 'the detail is not for people'],
    [status >= 500 && !busy.includes(code), 'a defect'],
  ];
  return faults.flatMap(([isFault, fault]) => (isFault ? [fault] : []));
};

interface Operation {
  readonly method: string;
  readonly path: string;
}

const describedAt = ({ method, path }: Operation, status: number) => {
  const { responses = {} } = apiDocument.paths[path]?.[method] ?? {};
  return responses[status];
};

const faultsOfContent = (operation: Operation, answer: FuzzedAnswer, said: unknown): unknown[] => {
  const { status, type } = answer;
  const described = describedAt(operation, status);
  if (described === undefined) return ['the status is not described'];
  if (said === '') return [];
  if (!Object.hasOwn(described.content ?? {}, type)) return ['the content is not described'];
  const validate = answerValidator({ ...operation, status, type });
  return validate(said) ? [] : (validate.errors ?? []);
};

const read = ({ type, text }: FuzzedAnswer): unknown =>
  type.endsWith('json') && text !== '' ? JSON.parse(text) : text;

/** What is wrong about an answer to what was asked of an operation, or instead of it. */
export const faultsOf = (operation: Operation, asked: Fuzzed, answer: FuzzedAnswer): unknown[] => {
  const { status, type, text } = answer;
  // of a request for a head nothing comes but a head, which does not say what led nowhere
  if (text === '' && [404, 405].includes(status)) return [];
  const said = read(answer);
  if (type !== 'application/problem+json' || text === '') {
    return faultsOfContent(operation, answer, said);
  }
  const problem = said as Problem;
  const faults = faultsOfProblem(problem, status);
  const isElsewhere = asked.method === 'PATCH' || elsewhere.includes(problem.code);
  if (isElsewhere) return faults;
  return [...faults, ...faultsOfContent(operation, answer, said)];
};
