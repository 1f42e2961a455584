import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { apiDocument } from './api-document.ts';

export const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(apiDocument, 'api');

const stepOf = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

const compiled = new Map<string, ValidateFunction>();

/** What holds a value against the schema that stands somewhere in the description of the API. */
export const validatorAt = (...steps: readonly (string | number)[]): ValidateFunction => {
  const pointer = steps.map((step) => stepOf(String(step))).join('/');
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api#/${pointer}` });
  compiled.set(pointer, validate);
  return validate;
};

interface Answer {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly method?: string;
}

/** What holds an answer against what is described of it. */
export const answerValidator = ({ path, status, type, method = 'get' }: Answer): ValidateFunction =>
  validatorAt('paths', path, method, 'responses', status, 'content', type, 'schema');

/** What is wrong about an answer to what was sent; nothing where it is as it is described. */
export const faultsOfAnswer = (
  path: string,
  { status, headers, json }: { status: number; headers: Headers; json: unknown },
): unknown[] => {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const validate = answerValidator({ path, status, type, method: 'post' });
  validate(json);
  return validate.errors ?? [];
};
