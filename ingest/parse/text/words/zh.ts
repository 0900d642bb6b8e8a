import type { LanguageWords } from './types.ts';

export const zh: LanguageWords = {
  weekdays:
    '星期一/周一/週一/礼拜一/禮拜一|星期二/周二/週二/礼拜二/禮拜二|星期三/周三/週三/礼拜三/禮拜三|星期四/周四/週四/礼拜四/禮拜四|星期五/周五/週五/礼拜五/禮拜五|星期六/周六/週六/礼拜六/禮拜六|星期日/星期天/周日/週日/礼拜天/禮拜天',
};
