import News
