import { expect, it } from '@jest/globals';
import { Failure } from '../../../src/catalogue/failure.ts';
import { problemOf } from '../../../src/http/problem.ts';

it('a problem says what, where and of which request, and nothing of what was asked', () => {
  const failure = new Failure('INVALID_DATE', { text: 'ayer' }, { file: 'a.csv', line: 3 });
  const asked = { url: '/api/v1/ledgers?clave=secreta', correlationId: 'pedido-1' };
  expect(problemOf(failure, asked)).toEqual({
    type: 'about:blank',
    title: 'INVALID_DATE',
    status: 400,
    code: 'INVALID_DATE',
    detail: 'a.csv, línea 3: «ayer» no es una fecha del calendario (AAAA-MM-DD)',
    instance: '/api/v1/ledgers',
    place: { file: 'a.csv', line: 3 },
    correlationId: 'pedido-1',
  });
});
