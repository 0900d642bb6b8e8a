import type { LanguageWords } from './types.ts';

export const vi: LanguageWords = {
  months:
    'tháng giêng/tháng một|tháng hai|tháng ba|tháng tư|tháng năm|tháng sáu|tháng bảy|tháng tám|tháng chín|tháng mười|tháng mười một|tháng mười hai/tháng chạp',
  weekdays: 'thứ hai/thứ 2|thứ ba/thứ 3|thứ tư/thứ 4|thứ năm/thứ 5|thứ sáu/thứ 6|thứ bảy/thứ 7|chủ nhật/chúa nhật',
};
