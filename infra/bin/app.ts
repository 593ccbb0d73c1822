import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { createStageConfigs } from '../lib/config.ts';
import { ShopStage } from '../lib/stages/shop-stage.ts';

const app = new App();
for (const config of createStageConfigs(process.env.CDK_DEFAULT_ACCOUNT)) new ShopStage(app, config);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
