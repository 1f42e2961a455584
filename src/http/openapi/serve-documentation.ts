import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The committed description, which stands beside package.json wherever the program runs from. */
const documentRead = (): OpenAPIObject => {
  const folder = dirname(findPackageJSON(import.meta.url) ?? '.');
  return JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8')) as OpenAPIObject;
};

/** The description of the API at /api/openapi.json, and its page at /api. */
export const serveDocumentation = (app: NestFastifyApplication): void => {
  SwaggerModule.setup('api', app, documentRead, {
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Libro del POA',
    // the page tells no validator on the internet about it
    swaggerOptions: { validatorUrl: null },
  });
};
