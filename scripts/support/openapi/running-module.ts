import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { loadDecorated } from '../decorated.ts';

const description = [
  'El libro del POA y su presupuesto, a cualquier fecha de corte: qué estaba vigente un día (cutoff)',
  'según lo registrado hasta un momento (known). Los montos son texto con dos decimales; null es lo',
  'que no se conoce, que nunca es cero. Cada respuesta dice su corte y la raíz de su historia.',
].join(' ');

const config = (version: string) =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Libro del POA')
    .setDescription(description)
    .setVersion(version)
    .build();

/** What the application says of itself, without being served. */
export const describedModule = async (version: string): Promise<OpenAPIObject> => {
  loadDecorated();
  Logger.overrideLogger(false);
  const { AppModule } = await import('../../../src/app.module.ts');
  const app = await NestFactory.create(
    AppModule.over({ store: new MemoryStore() }),
    new FastifyAdapter(),
  );
  const document = SwaggerModule.createDocument(app, config(version), {
    operationIdFactory: (_, method) => method,
    autoTagControllers: false,
  });
  await app.close();
  return document;
};
