<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About the ILRS Atlas</source>
        <translation>关于 ILRS 图集</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this page</source>
        <translation>复制本页</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>An offline atlas of the International Lunar Research Station and of all that flies to the south pole of the Moon: who said what, when, and what came of it.</source>
        <translation>一部离线图集，收录国际月球科研站以及所有飞往月球南极的任务：谁在何时说了什么，后来又如何。</translation>
    </message>
    <message>
        <source>Catalogue of {day}: {entries} entries, {claims} claims, {sources} sources, {places} named places.</source>
        <translation>{day}版目录：{entries} 个条目，{claims} 条陈述，{sources} 个来源，{places} 个地名。</translation>
    </message>
    <message>
        <source>Nothing is fetched: the atlas never goes to the network by itself.</source>
        <translation>不获取任何内容：图集从不自行连接网络。</translation>
    </message>
    <message>
        <source>Your notes lie in {folder}.</source>
        <translation>您的笔记保存在 {folder}。</translation>
    </message>
    <message>
        <source>The code of the atlas is under the MIT licence.</source>
        <translation>图集的代码采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Data and pictures</source>
        <translation>数据与图片</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的软件</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AboutPicture</name>
    <message>
        <source>About this picture</source>
        <translation>关于此图片</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>我的笔记</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Map tools</source>
        <translation>地图工具</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 (Language)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Star this entry</source>
        <translation>为此条目加星标</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Show to scale</source>
        <translation>按比例显示</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy citation (BibTeX)</source>
        <translation>复制引文（BibTeX）</translation>
    </message>
    <message>
        <source>Copy citation (CSL-JSON)</source>
        <translation>复制引文（CSL-JSON）</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Report a wrong fact (copies a text)</source>
        <translation>报告错误（复制一段文字）</translation>
    </message>
    <message>
        <source>Export this entry …</source>
        <translation>导出此条目…</translation>
    </message>
    <message>
        <source>Export the list …</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <source>Export the map …</source>
        <translation>导出地图…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>显示所有条目</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>下一个条目</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>上一个条目</translation>
    </message>
    <message>
        <source>Go to a coordinate or place</source>
        <translation>前往坐标或地名</translation>
    </message>
    <message>
        <source>Choose the as-of date</source>
        <translation>选择截至日期</translation>
    </message>
    <message>
        <source>As known today</source>
        <translation>今日所知</translation>
    </message>
    <message>
        <source>As known on 10 March 2021</source>
        <translation>2021年3月10日所知</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>List of entries</source>
        <translation>条目列表</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Preferences …</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Longest slip first</source>
        <translation>推迟最久在前</translation>
    </message>
    <message>
        <source>Nearest to the south pole</source>
        <translation>距南极最近在前</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>About the ILRS Atlas</source>
        <translation>关于 ILRS 图集</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>Horizon from a coordinate or name</source>
        <translation>坐标或地名处的地平线</translation>
    </message>
    <message>
        <source>Illumination of this view…</source>
        <translation>此视图的光照…</translation>
    </message>
    <message>
        <source>Open an illumination map…</source>
        <translation>打开光照图…</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>跟随系统语言</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>语言：{name}</translation>
    </message>
    <message>
        <source>Measure distance and area</source>
        <translation>测量距离与面积</translation>
    </message>
    <message>
        <source>Elevation profile</source>
        <translation>高程剖面</translation>
    </message>
    <message>
        <source>Put a pin on the map</source>
        <translation>在地图上放置图钉</translation>
    </message>
    <message>
        <source>Keep the measured path</source>
        <translation>保存测量路径</translation>
    </message>
    <message>
        <source>Copy the measurement</source>
        <translation>复制测量结果</translation>
    </message>
    <message>
        <source>Export the profile …</source>
        <translation>导出剖面…</translation>
    </message>
    <message>
        <source>My marks on the map …</source>
        <translation>我的地图标记…</translation>
    </message>
    <message>
        <source>Undo the last change of a mark</source>
        <translation>撤销标记的上次更改</translation>
    </message>
    <message>
        <source>Export my marks …</source>
        <translation>导出我的标记…</translation>
    </message>
    <message>
        <source>Back up my notes…</source>
        <translation>备份我的笔记…</translation>
    </message>
    <message>
        <source>Restore my notes…</source>
        <translation>恢复我的笔记…</translation>
    </message>
    <message>
        <source>Export my notes as Markdown…</source>
        <translation>将我的笔记导出为 Markdown…</translation>
    </message>
    <message>
        <source>Import notes…</source>
        <translation>导入笔记…</translation>
    </message>
    <message>
        <source>Pictures of this entry</source>
        <translation>此条目的图片</translation>
    </message>
    <message>
        <source>Slide show</source>
        <translation>幻灯片放映</translation>
    </message>
    <message>
        <source>Add pictures …</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Add a folder of pictures …</source>
        <translation>添加图片文件夹…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Find missing pictures …</source>
        <translation>查找缺失的图片…</translation>
    </message>
    <message>
        <source>Sunlight on the map</source>
        <translation>地图上的日照</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>地平线</translation>
    </message>
    <message>
        <source>Horizon from where it stands</source>
        <translation>条目所在处的地平线</translation>
    </message>
    <message>
        <source>Export the horizon …</source>
        <translation>导出地平线…</translation>
    </message>
    <message>
        <source>Export the skyline as a table …</source>
        <translation>将天际线导出为表格…</translation>
    </message>
    <message>
        <source>Export the table of light …</source>
        <translation>导出光照表…</translation>
    </message>
    <message>
        <source>Export the table of light, 1959–2060 …</source>
        <translation>导出光照表（1959–2060）…</translation>
    </message>
    <message>
        <source>Copy the panorama as a picture</source>
        <translation>将全景复制为图片</translation>
    </message>
    <message>
        <source>Choose the date of the light</source>
        <translation>选择光照日期</translation>
    </message>
    <message>
        <source>Let the light run, or stop it</source>
        <translation>播放或停止光照变化</translation>
    </message>
    <message>
        <source>Import terrain…</source>
        <translation>导入地形…</translation>
    </message>
    <message>
        <source>My terrains…</source>
        <translation>我的地形…</translation>
    </message>
</context>
<context>
    <name>AsOfBar</name>
    <message>
        <source>Back to today&apos;s knowledge</source>
        <translation>回到今日所知</translation>
    </message>
    <message>
        <source>As known on {day}</source>
        <translation>截至{day}所知</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not known yet</source>
        <translation>
            <numerusform>当时尚有 %n 个条目未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to {day}</source>
        <translation>回到{day}</translation>
    </message>
</context>
<context>
    <name>AsOfButton</name>
    <message>
        <source>Show everything as it was known on a day (Ctrl+T)</source>
        <translation>显示某一天所知的一切 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Known as of {day}; press to change</source>
        <translation>截至{day}所知；按下可更改</translation>
    </message>
</context>
<context>
    <name>AsOfPopup</name>
    <message>
        <source>As-of date</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>Known as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Today: {day}</source>
        <translation>今天：{day}</translation>
    </message>
    <message>
        <source>End of {year}</source>
        <translation>{year}年底</translation>
    </message>
    <message>
        <source>The thread: 10 March 2021</source>
        <translation>讨论帖：2021年3月10日</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>{time} later than first planned</source>
        <translation>比最初计划晚 {time}</translation>
    </message>
    <message>
        <source>{time} earlier than first planned</source>
        <translation>比最初计划早 {time}</translation>
    </message>
    <message>
        <source>Planned for {plan}; as of {day} the catalogue has no word that it happened.</source>
        <translation>计划时间：{plan}；截至{day}，目录中没有已实现的消息。</translation>
    </message>
    <message>
        <source>made {date}</source>
        <translation>制作于{date}</translation>
    </message>
    <message>
        <source>What was said, and when</source>
        <translation>何时说了什么</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>The texts of the catalogue are in English.</source>
        <translation>目录正文为英文。</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>据报道</translation>
    </message>
    <message>
        <source>sources differ:</source>
        <translation>来源不一致：</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>To scale</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>not reproduced here</source>
        <translation>此处不予转载</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>as known on {day}</source>
        <translation>截至{day}所知</translation>
    </message>
</context>
<context>
    <name>CardBrowser</name>
    <message>
        <source>Facts and sources</source>
        <translation>事实与来源</translation>
    </message>
</context>
<context>
    <name>CardDrawings</name>
    <message>
        <source>A drawing can&apos;t be read. Your notes are not affected. Install the atlas again.</source>
        <translation>有一幅线图无法读取。您的笔记不受影响。请重新安装图集。</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Map and notebook</source>
        <translation>地图与笔记本</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>地平线</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{name}, chosen; press to remove</source>
        <translation>{name}，已选；按下可移除</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n entries</source>
        <translation>
            <numerusform>{name}，%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only {name}</source>
        <translation>仅显示{name}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>No command matches.</source>
        <translation>没有匹配的命令。</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>请少输入几个字。</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>Text and data of the catalogue</source>
        <translation>目录的文字与数据</translation>
    </message>
    <message>
        <source>Terrain of the south pole</source>
        <translation>南极地形</translation>
    </message>
    <message>
        <source>Imagery of the south pole and of the whole Moon</source>
        <translation>南极与全月影像</translation>
    </message>
    <message>
        <source>Files of terrain and imagery</source>
        <translation>地形与影像文件</translation>
    </message>
    <message>
        <source>Names of features</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Where Sun and Earth stand</source>
        <translation>太阳与地球的方位</translation>
    </message>
    <message numerus="yes">
        <source>%n line drawing(s) to scale</source>
        <translation>
            <numerusform>%n 幅比例线图</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) of sites</source>
        <translation>
            <numerusform>%n 幅地点图</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from orbit</source>
        <translation>
            <numerusform>%n 张轨道影像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn plate(s)</source>
        <translation>
            <numerusform>%n 幅绘制图版</numerusform>
        </translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>公有领域</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>Your notebook</source>
        <translation>您的笔记本</translation>
    </message>
    <message>
        <source>Your notebook is not there</source>
        <translation>找不到您的笔记本</translation>
    </message>
    <message>
        <source>Your notebook is damaged</source>
        <translation>您的笔记本已损坏</translation>
    </message>
    <message>
        <source>There is no file {file}, but backups of it lie beside it. Perhaps it was moved or deleted.</source>
        <translation>文件 {file} 不存在，但旁边有它的备份。它可能被移动或删除了。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read as a notebook. Nothing was changed in it.</source>
        <translation>文件 {file} 无法作为笔记本读取。其中内容未作任何改动。</translation>
    </message>
    <message>
        <source>The newest good backup is of {date}: {contents}.</source>
        <translation>最新的完好备份是 {date}：{contents}。</translation>
    </message>
    <message>
        <source>There is no backup beside it.</source>
        <translation>旁边没有备份。</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept under a dated name.</source>
        <translation>无论如何选择，损坏的文件都会以带日期的名称保留。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>从空白开始</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复它</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>This folder was named when the atlas was started: name another one.</source>
        <translation>此文件夹在启动图集时已指定：请另指定一个。</translation>
    </message>
    <message>
        <source>Your data is in that folder already.</source>
        <translation>您的数据已在该文件夹中。</translation>
    </message>
    <message>
        <source>One folder lies in the other. Choose a folder beside it.</source>
        <translation>一个文件夹位于另一个之内。请选择旁边的文件夹。</translation>
    </message>
    <message>
        <source>{target} is a file. Choose a folder.</source>
        <translation>{target} 是文件。请选择文件夹。</translation>
    </message>
    <message>
        <source>{target} is not empty. Choose an empty folder, so that nothing is mixed.</source>
        <translation>{target} 不是空的。请选择空文件夹，以免混杂。</translation>
    </message>
    <message>
        <source>The atlas may not write in {target}. Choose another folder.</source>
        <translation>图集不能写入 {target}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Your data could not be moved to {target}: {why}. It stays where it is, nothing is lost.</source>
        <translation>您的数据未能移动到 {target}：{why}。数据仍在原处，没有丢失。</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>There is no drawing to scale of {name}.</source>
        <translation>没有{name}的比例线图。</translation>
    </message>
    <message>
        <source>No entry chosen.</source>
        <translation>未选择条目。</translation>
    </message>
    <message>
        <source>Choose one in the list, or search with Ctrl+K.</source>
        <translation>请在列表中选择，或按 Ctrl+K 搜索。</translation>
    </message>
    <message>
        <source>There is no entry “{slug}”.</source>
        <translation>没有条目“{slug}”。</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>请在列表中选择。</translation>
    </message>
    <message>
        <source>{name} was not known yet on {day}.</source>
        <translation>{day}时，{name}尚不为人所知。</translation>
    </message>
    <message>
        <source>It comes back with a later as-of date.</source>
        <translation>将截至日期调晚即可重新显示。</translation>
    </message>
    <message>
        <source>Show it as known today</source>
        <translation>显示今日所知</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>已复制为 Markdown</translation>
    </message>
    <message>
        <source>Citation copied (BibTeX)</source>
        <translation>引文已复制（BibTeX）</translation>
    </message>
    <message>
        <source>Citation copied (CSL-JSON)</source>
        <translation>引文已复制（CSL-JSON）</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>链接已复制</translation>
    </message>
    <message>
        <source>A text to fill in was copied: send it to the makers of the atlas</source>
        <translation>待填写的文字已复制：请发送给图集作者</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close this pane: {name}</source>
        <translation>关闭此窗格：{name}</translation>
    </message>
</context>
<context>
    <name>EntryListView</name>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>ILRS Atlas</source>
        <translation>ILRS 图集</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, close the atlas and open it again, and send the report below to its makers; look through it first, as it may name files and folders of yours.</source>
        <translation>您可以继续。如果再次发生，请关闭图集并重新打开，并将下面的报告发送给作者；发送前请先查看，其中可能含有您的文件和文件夹名称。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Save my text to a file…</source>
        <translation>将我的文字保存到文件…</translation>
    </message>
    <message>
        <source>Close the atlas</source>
        <translation>关闭图集</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What you typed last is not written yet; it is kept in memory and tried again.</source>
        <translation>您最后输入的内容尚未写入；它保留在内存中并会再次尝试。</translation>
    </message>
    <message>
        <source>Your notes are safe: everything you typed is written.</source>
        <translation>您的笔记是安全的：所输入的内容都已写入。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong in the atlas ({name}).</source>
        <translation>图集出了问题（{name}）。</translation>
    </message>
    <message>
        <source>ILRS Atlas</source>
        <translation>ILRS 图集</translation>
    </message>
    <message>
        <source>The atlas cannot open.</source>
        <translation>图集无法打开。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Something went wrong while it was opening. Your notes were not touched. Start it again; if it stays so, run “ilrs-atlas check”, and send the report to its makers.</source>
        <translation>打开时出了问题。您的笔记未受影响。请重新启动；如仍如此，请运行“ilrs-atlas check”，并将报告发送给作者。</translation>
    </message>
    <message>
        <source>Your last changes to the notes could not be written.</source>
        <translation>您对笔记的最后修改无法写入。</translation>
    </message>
    <message>
        <source>Save what you typed to a file, or stay and try again; or close and lose it.</source>
        <translation>将输入的内容保存到文件，或留下重试；或者关闭并放弃。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Save my text to a file…</source>
        <translation>将我的文字保存到文件…</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>关闭并放弃</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>{number} of {total}</source>
        <translation>第 {number} 页，共 {total} 页</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)</source>
        <translation>电子表格（CSV）</translation>
    </message>
    <message>
        <source>All claims, a line each (CSV)</source>
        <translation>全部陈述，每行一条（CSV）</translation>
    </message>
    <message>
        <source>Everything, for programs (JSON)</source>
        <translation>全部内容，供程序使用（JSON）</translation>
    </message>
    <message>
        <source>Places on the Moon (GeoJSON)</source>
        <translation>月面地点（GeoJSON）</translation>
    </message>
    <message>
        <source>Map layers and claims for QGIS (GeoPackage)</source>
        <translation>供 QGIS 使用的图层与陈述（GeoPackage）</translation>
    </message>
    <message>
        <source>Text with headings (Markdown)</source>
        <translation>带标题的文本（Markdown）</translation>
    </message>
    <message>
        <source>Pages to read and print (PDF)</source>
        <translation>可阅读和打印的页面（PDF）</translation>
    </message>
    <message>
        <source>The entry “{slug}” is not known on that day. Nothing was written. Choose other entries.</source>
        <translation>条目“{slug}”在当天尚不为人所知。未写入任何内容。请选择其他条目。</translation>
    </message>
    <message>
        <source>{what} {meaning} {remedy}</source>
        <translation>{what}{meaning}{remedy}</translation>
    </message>
    <message>
        <source>{target} is a folder, not a file.</source>
        <translation>{target} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>{folder} does not let the atlas write {name}.</source>
        <translation>{folder} 不允许图集写入 {name}。</translation>
    </message>
    <message>
        <source>There is no room for {name} in {folder}.</source>
        <translation>{folder} 中没有空间存放 {name}。</translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>The name {name} is too long.</source>
        <translation>名称 {name} 太长。</translation>
    </message>
    <message>
        <source>{target} could not be written: {why}.</source>
        <translation>{target} 无法写入：{why}。</translation>
    </message>
    <message>
        <source>The file that was there before is unchanged.</source>
        <translation>原有文件未改动。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>未写入任何内容。</translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation>请腾出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, as known on {day}</source>
        <translation>
            <numerusform>%n 个条目，截至{day}所知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>The last export is still being written.</source>
        <translation>上一次导出仍在写入。</translation>
    </message>
    <message>
        <source>There is nothing to export: the list is empty.</source>
        <translation>没有可导出的内容：列表是空的。</translation>
    </message>
    <message>
        <source>Export this entry</source>
        <translation>导出此条目</translation>
    </message>
    <message numerus="yes">
        <source>Export %n entries</source>
        <translation>
            <numerusform>导出 %n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Export cancelled: nothing was written.</source>
        <translation>导出已取消：未写入任何内容。</translation>
    </message>
    <message>
        <source>Written: {target} ({size})</source>
        <translation>已写入：{target}（{size}）</translation>
    </message>
    <message numerus="yes">
        <source>%n entries written: {target} ({size})</source>
        <translation>
            <numerusform>已写入 %n 个条目：{target}（{size}）</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was not written.</source>
        <translation>导出未写入。</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>More …</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>所有筛选</translation>
    </message>
</context>
<context>
    <name>FacetPopup</name>
    <message>
        <source>All filters</source>
        <translation>所有筛选</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Nation</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Phase of the ILRS</source>
        <translation>科研站阶段</translation>
    </message>
    <message>
        <source>Decade</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>My tags</source>
        <translation>我的标签</translation>
    </message>
    <message>
        <source>My stars</source>
        <translation>我的星标</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>{year}年代</translation>
    </message>
    <message>
        <source>★ Starred</source>
        <translation>★ 已加星标</translation>
    </message>
</context>
<context>
    <name>FactsRow</name>
    <message>
        <source>The light in numbers</source>
        <translation>光照数据</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Written: {target}</source>
        <translation>已写入：{target}</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>文件未写入。</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>All pictures in a row</source>
        <translation>一行显示所有图片</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>spring {year}</source>
        <translation>{year}年春季</translation>
    </message>
    <message>
        <source>summer {year}</source>
        <translation>{year}年夏季</translation>
    </message>
    <message>
        <source>autumn {year}</source>
        <translation>{year}年秋季</translation>
    </message>
    <message>
        <source>winter {year}</source>
        <translation>{year}年冬季</translation>
    </message>
    <message>
        <source>first quarter of {year}</source>
        <translation>{year}年第一季度</translation>
    </message>
    <message>
        <source>second quarter of {year}</source>
        <translation>{year}年第二季度</translation>
    </message>
    <message>
        <source>third quarter of {year}</source>
        <translation>{year}年第三季度</translation>
    </message>
    <message>
        <source>fourth quarter of {year}</source>
        <translation>{year}年第四季度</translation>
    </message>
    <message>
        <source>first half of {year}</source>
        <translation>{year}年上半年</translation>
    </message>
    <message>
        <source>second half of {year}</source>
        <translation>{year}年下半年</translation>
    </message>
    <message>
        <source>{day}, {clock} UTC</source>
        <translation>{day} {clock} UTC</translation>
    </message>
    <message>
        <source>by {end}</source>
        <translation>不晚于{end}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>自{start}起</translation>
    </message>
    <message>
        <source>the {year}s</source>
        <translation>{year}年代</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>约{date}</translation>
    </message>
    <message>
        <source>{date}, uncertain</source>
        <translation>{date}（不确定）</translation>
    </message>
    <message>
        <source>about {date}, uncertain</source>
        <translation>约{date}（不确定）</translation>
    </message>
    <message>
        <source>{start}–{end}</source>
        <translation>{start}–{end}年</translation>
    </message>
    <message numerus="yes">
        <source>years</source>
        <translation>
            <numerusform>年</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <translation>
            <numerusform>天</numerusform>
        </translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <translation>
            <numerusform>小时</numerusform>
        </translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>billion years</source>
        <translation>十亿年</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FullScreenStage</name>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>no credit given</source>
        <translation>未注明署名</translation>
    </message>
    <message>
        <source>How it was made:</source>
        <translation>制作方式：</translation>
    </message>
    <message>
        <source>Shows:</source>
        <translation>内容：</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>来源：</translation>
    </message>
    <message>
        <source>Copy picture with credit</source>
        <translation>复制图片及署名</translation>
    </message>
    <message>
        <source>Copy credit</source>
        <translation>复制署名</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Export copies to a folder …</source>
        <translation>将副本导出到文件夹…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开{name}</translation>
    </message>
    <message>
        <source>Find the missing file …</source>
        <translation>查找缺失的文件…</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>从回收站取回</translation>
    </message>
    <message>
        <source>Describe …</source>
        <translation>描述…</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The file is not where it was: {file}</source>
        <translation>文件已不在原处：{file}</translation>
    </message>
</context>
<context>
    <name>GalleryPane</name>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>There is no picture of this entry.</source>
        <translation>此条目没有图片。</translation>
    </message>
    <message>
        <source>Pictures of the atlas stay: only your own can be put into the bin.</source>
        <translation>图集自带的图片保留：只有您自己的图片可放入回收站。</translation>
    </message>
    <message>
        <source>Compare the first two</source>
        <translation>比较前两张</translation>
    </message>
</context>
<context>
    <name>GalleryToolbar</name>
    <message>
        <source>Whose pictures</source>
        <translation>谁的图片</translation>
    </message>
    <message>
        <source>Add pictures of your own</source>
        <translation>添加您自己的图片</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>图集</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Search pictures …</source>
        <translation>搜索图片…</translation>
    </message>
    <message>
        <source>Search pictures</source>
        <translation>搜索图片</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl and the wheel)</source>
        <translation>图片大小（Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>By entry</source>
        <translation>按条目</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>By caption</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Last added first</source>
        <translation>最近添加在前</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>图片排序</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>排序：{order}</translation>
    </message>
</context>
<context>
    <name>Globe</name>
    <message numerus="yes">
        <source>Whole Moon, %n sites off the map</source>
        <translation>
            <numerusform>整个月球，地图以外有 %n 个地点</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys go from site to site, Enter opens one.</source>
        <translation>方向键在地点间移动，回车键打开。</translation>
    </message>
    <message>
        <source>The map&apos;s square; click to see all of it</source>
        <translation>地图的方形范围；点击可查看全部</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Go there</source>
        <translation>前往该处</translation>
    </message>
    <message>
        <source>Coordinate or name</source>
        <translation>坐标或地名</translation>
    </message>
    <message>
        <source>Go to a coordinate or a named place</source>
        <translation>前往坐标或地名</translation>
    </message>
    <message>
        <source>No place on the map is called “{name}”.</source>
        <translation>地图上没有名为“{name}”的地点。</translation>
    </message>
    <message>
        <source>“{text}” is not a position: write it like -89.67, 129.78 or 89.67S 129.78E.</source>
        <translation>“{text}”不是坐标：请写成 -89.67, 129.78 或 89.67S 129.78E。</translation>
    </message>
</context>
<context>
    <name>GuideCommands</name>
    <message>
        <source>The guide has no page “{name}”.</source>
        <translation>指南中没有“{name}”页。</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南各页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>This guide is in English.</source>
        <translation>本指南为英文。</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Revisions: {title}</source>
        <translation>修订记录：{title}</translation>
    </message>
    <message>
        <source>Revisions, newest first</source>
        <translation>修订记录，最新在前</translation>
    </message>
    <message>
        <source>Text of the chosen revision</source>
        <translation>所选修订的文字</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>恢复此文字</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Revisions and text</source>
        <translation>修订记录与文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Restoring loses nothing: the text that stands there now becomes a revision too.</source>
        <translation>恢复不会丢失任何内容：现有文字也会成为一个修订版本。</translation>
    </message>
    <message>
        <source>No revision yet. One is kept whenever you leave a note you changed, or pause for five minutes.</source>
        <translation>尚无修订记录。每当您离开改动过的笔记或停顿五分钟，就会保留一个版本。</translation>
    </message>
</context>
<context>
    <name>Horizon</name>
    <message>
        <source>Sun</source>
        <translation>太阳</translation>
    </message>
    <message>
        <source>Earth</source>
        <translation>地球</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>E</source>
        <translation>东</translation>
    </message>
    <message>
        <source>S</source>
        <translation>南</translation>
    </message>
    <message>
        <source>W</source>
        <translation>西</translation>
    </message>
    <message>
        <source>{name} {degrees}°, behind the horizon</source>
        <translation>{name} {degrees}°，在地平线以下</translation>
    </message>
    <message>
        <source>{name} {degrees}°</source>
        <translation>{name} {degrees}°</translation>
    </message>
    <message>
        <source>{name} {degrees}°, {percent} % in sight</source>
        <translation>{name} {degrees}°，可见 {percent} %</translation>
    </message>
    <message>
        <source>{position}, eye {height} over the ground</source>
        <translation>{position}，视点高出地面 {height}</translation>
    </message>
    <message>
        <source>no terrain there: the bare sphere</source>
        <translation>该处没有地形：光滑球面</translation>
    </message>
    <message>
        <source>{terrain}, {metres} m a cell</source>
        <translation>{terrain}，每格 {metres} m</translation>
    </message>
    <message>
        <source>heights stretched {factor} times</source>
        <translation>高度放大 {factor} 倍</translation>
    </message>
    <message>
        <source>Sun in sight</source>
        <translation>太阳可见</translation>
    </message>
    <message>
        <source>{percent} % of the time</source>
        <translation>{percent} % 的时间</translation>
    </message>
    <message>
        <source>all of its disc {percent} %</source>
        <translation>整个日面可见 {percent} %</translation>
    </message>
    <message>
        <source>Longest night</source>
        <translation>最长的黑夜</translation>
    </message>
    <message>
        <source>Longest light</source>
        <translation>最长的日照</translation>
    </message>
    <message>
        <source>Earth in sight</source>
        <translation>地球可见</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>无日照</translation>
    </message>
    <message>
        <source>partly lit</source>
        <translation>部分被照亮</translation>
    </message>
    <message>
        <source>lit</source>
        <translation>被照亮</translation>
    </message>
    <message>
        <source>Earth out of sight</source>
        <translation>地球不可见</translation>
    </message>
    <message>
        <source>Earth partly in sight</source>
        <translation>地球部分可见</translation>
    </message>
    <message>
        <source>At this moment</source>
        <translation>此刻</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all the time shown</source>
        <translation>所示全部时间</translation>
    </message>
    <message>
        <source>{duration} or more</source>
        <translation>{duration}或更久</translation>
    </message>
    <message>
        <source>never out of sight</source>
        <translation>始终可见</translation>
    </message>
    <message>
        <source>always out of sight</source>
        <translation>始终不可见</translation>
    </message>
    <message>
        <source>out of sight for {duration} at most</source>
        <translation>最久不可见 {duration}</translation>
    </message>
    <message>
        <source>Next sunrise</source>
        <translation>下次日出</translation>
    </message>
    <message>
        <source>Next sunset</source>
        <translation>下次日落</translation>
    </message>
    <message>
        <source>not within 400 days</source>
        <translation>400 天内没有</translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation>{duration}后</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{moment} UTC</source>
        <translation>{moment} UTC</translation>
    </message>
    <message>
        <source>azimuth {degrees}°</source>
        <translation>方位角 {degrees}°</translation>
    </message>
    <message>
        <source>elevation {degrees}°</source>
        <translation>高度角 {degrees}°</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>天空</translation>
    </message>
    <message>
        <source>ILRS Atlas: the horizon of a place on the Moon</source>
        <translation>ILRS 图集：月面某处的地平线</translation>
    </message>
</context>
<context>
    <name>HorizonPage</name>
    <message>
        <source>Looking round …</source>
        <translation>正在计算四周地平线……</translation>
    </message>
    <message>
        <source>No terrain there: the horizon is that of the bare sphere.</source>
        <translation>该处没有地形：地平线为光滑球面的地平线。</translation>
    </message>
    <message>
        <source>ground {height}, {terrain}</source>
        <translation>地面 {height}，{terrain}</translation>
    </message>
    <message>
        <source> · the terrain ends before {percent} % of the horizon is certain</source>
        <translation> · 地形不足以确定 {percent} % 的地平线</translation>
    </message>
    <message>
        <source>The places of Sun and Earth are known from 1959 to 2060; {year} lies outside.</source>
        <translation>太阳与地球的方位仅知 1959 至 2060 年；{year} 年不在其内。</translation>
    </message>
    <message>
        <source>{sun}. {earth}. Formed by: {names}. Arrow keys turn, plus and minus zoom, Home shows all.</source>
        <translation>{sun}。{earth}。地平线由以下构成：{names}。方向键转动，加减键缩放，Home 显示全部。</translation>
    </message>
</context>
<context>
    <name>HorizonSaver</name>
    <message>
        <source>Table for spreadsheets (CSV) (*.csv)</source>
        <translation>电子表格（CSV）(*.csv)</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>图片（PNG）(*.png)</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>可放大的矢量图（SVG）(*.svg)</translation>
    </message>
    <message>
        <source>Export the horizon</source>
        <translation>导出地平线</translation>
    </message>
    <message>
        <source>Export the skyline</source>
        <translation>导出天际线</translation>
    </message>
    <message>
        <source>Export the table of light</source>
        <translation>导出光照表</translation>
    </message>
    <message>
        <source>Export the table of light, 1959–2060</source>
        <translation>导出光照表（1959–2060）</translation>
    </message>
    <message>
        <source>Export cancelled: nothing was written.</source>
        <translation>导出已取消：未写入任何内容。</translation>
    </message>
    <message>
        <source>The last export is still being written.</source>
        <translation>上一次导出仍在写入。</translation>
    </message>
    <message>
        <source>The horizon is not ready yet. Try again in a moment.</source>
        <translation>地平线尚未就绪，请稍后再试。</translation>
    </message>
    <message>
        <source>Looking for every sunrise …</source>
        <translation>正在查找每次日出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Written: {target}</source>
        <translation>已写入：{target}</translation>
    </message>
    <message>
        <source>Copied the panorama.</source>
        <translation>已复制全景。</translation>
    </message>
    <message>
        <source>The export was not written.</source>
        <translation>导出未写入。</translation>
    </message>
</context>
<context>
    <name>IlluminationBar</name>
    <message>
        <source>Illumination</source>
        <translation>光照</translation>
    </message>
    <message>
        <source>Progress of the illumination</source>
        <translation>光照计算进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the illumination</source>
        <translation>取消光照计算</translation>
    </message>
    <message>
        <source>What the illumination map shows</source>
        <translation>光照图显示的内容</translation>
    </message>
    <message>
        <source>Span of the illumination map</source>
        <translation>光照图的时段</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>指针处</translation>
    </message>
    <message>
        <source>Opacity of the illumination map</source>
        <translation>光照图的不透明度</translation>
    </message>
    <message>
        <source>Close the illumination map; its file stays</source>
        <translation>关闭光照图；文件保留</translation>
    </message>
    <message>
        <source>{name}: {begin} to {end}, every {step} h, {width} × {height} cells, terrain {terrain}</source>
        <translation>{name}：{begin} 至 {end}，每 {step} 小时，{width} × {height} 个格点，地形 {terrain}</translation>
    </message>
    <message>
        <source>{begin} – {end}, every {step} h · {terrain}</source>
        <translation>{begin} – {end}，每 {step} 小时 · {terrain}</translation>
    </message>
</context>
<context>
    <name>IlluminationDesk</name>
    <message>
        <source>An illumination map is still being computed; cancel it below the map.</source>
        <translation>仍有光照图正在计算；可在地图下方取消。</translation>
    </message>
    <message>
        <source>Open an illumination map</source>
        <translation>打开光照图</translation>
    </message>
    <message>
        <source>Stopped: no illumination map was written.</source>
        <translation>已停止：未写入光照图。</translation>
    </message>
    <message>
        <source>Illumination map (GeoTIFF) (*.tif *.tiff)</source>
        <translation>光照图（GeoTIFF）(*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Where the illumination map is to be kept</source>
        <translation>光照图的保存位置</translation>
    </message>
    <message>
        <source>Illumination: {percent} %</source>
        <translation>光照：{percent} %</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>The illumination map is in {path}</source>
        <translation>光照图已保存到 {path}</translation>
    </message>
    <message>
        <source>{name}, shown last time, cannot be read any more.</source>
        <translation>上次显示的 {name} 已无法读取。</translation>
    </message>
    <message>
        <source>Illumination</source>
        <translation>光照</translation>
    </message>
    <message>
        <source>There is no illumination map to show. Nothing was changed.</source>
        <translation>没有可显示的光照图。没有任何改动。</translation>
    </message>
</context>
<context>
    <name>IlluminationDialog</name>
    <message>
        <source>Illumination of this view</source>
        <translation>此视图的光照</translation>
    </message>
    <message>
        <source>Works out for every cell of the map in view how much of the time the Sun shines on it, its longest night, how much of the time Earth is in sight, and whether it is never lit. You can go on working meanwhile.</source>
        <translation>为视野内地图的每个格点计算太阳照射的时间比例、最长的黑夜、地球可见的时间比例，以及是否从不被照亮。计算期间可继续工作。</translation>
    </message>
    <message>
        <source>A day or a moment in UTC, such as 2026-11-22 or 2026-11-22T18:00; 1959 to 2060</source>
        <translation>UTC 日期或时刻，例如 2026-11-22 或 2026-11-22T18:00；1959 至 2060 年</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>One lunation (29.5 days)</source>
        <translation>一个朔望月（29.5 天）</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>18.6 years (once round the Moon&apos;s nodes)</source>
        <translation>18.6 年（月球交点运行一周）</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格点</translation>
    </message>
    <message>
        <source>Earth in sight too</source>
        <translation>同时计算地球可见</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>起始（UTC）</translation>
    </message>
    <message>
        <source>Compute…</source>
        <translation>计算…</translation>
    </message>
    <message>
        <source>{cell} m ({width} × {height} cells)</source>
        <translation>{cell} m（{width} × {height} 个格点）</translation>
    </message>
    <message>
        <source>Looking how long it will take …</source>
        <translation>正在估算所需时间…</translation>
    </message>
    <message>
        <source>The first field is no moment from 1959 to 2060: write it like 2026-11-22 or 2026-11-22T18:00.</source>
        <translation>第一栏不是 1959 至 2060 年间的时刻：请写成 2026-11-22 或 2026-11-22T18:00。</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moment(s)</source>
        <translation>
            <numerusform>%Ln 个时刻</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n 个处理器</numerusform>
        </translation>
    </message>
    <message>
        <source>{cells} cells, {moments}: about {long} on {processes}.</source>
        <translation>{cells} 个格点，{moments}：使用 {processes}约需 {long}。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import terrain</source>
        <translation>导入地形</translation>
    </message>
    <message>
        <source>Relief of the file in small</source>
        <translation>文件中的地形缩略图</translation>
    </message>
    <message>
        <source>Where it lies in the map&apos;s square</source>
        <translation>在地图方形范围中的位置</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格点</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>高程</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>such as NASA/GSFC/LOLA; stands on maps that you export</source>
        <translation>例如 NASA/GSFC/LOLA；会写在导出的地图上</translation>
    </message>
    <message>
        <source>Numbers of the file are</source>
        <translation>文件中的数值为</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>米</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>千米</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Numbers are</source>
        <translation>数值为</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{width} × {height} km</source>
        <translation>{width} × {height} km</translation>
    </message>
    <message>
        <source>about {needed}; {free} are free</source>
        <translation>约 {needed}；可用 {free}</translation>
    </message>
    <message>
        <source>{cell}, {columns} × {rows} of them</source>
        <translation>{cell}，共 {columns} × {rows}</translation>
    </message>
    <message>
        <source>about {low} to {high}</source>
        <translation>约 {low} 至 {high}</translation>
    </message>
    <message>
        <source>{percent} % of the cells</source>
        <translation>{percent} % 的格点</translation>
    </message>
    <message>
        <source>There is not enough room on the disk. Make room, then try again.</source>
        <translation>磁盘空间不足。请腾出空间后重试。</translation>
    </message>
</context>
<context>
    <name>InViewPanel</name>
    <message>
        <source>In view on the map</source>
        <translation>地图视野内</translation>
    </message>
    <message>
        <source>In view · {count}</source>
        <translation>视野内 · {count}</translation>
    </message>
</context>
<context>
    <name>KinChip</name>
    <message>
        <source>List all: {name}</source>
        <translation>列出全部：{name}</translation>
    </message>
    <message>
        <source>{name}, list all</source>
        <translation>{name}，列出全部</translation>
    </message>
</context>
<context>
    <name>KnownDialog</name>
    <message>
        <source>Known, not reproduced</source>
        <translation>已知但不予转载</translation>
    </message>
    <message>
        <source>The atlas knows that these pictures were published, but may not reproduce them.</source>
        <translation>图集知道这些图片已发表，但无权转载。</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Mission</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>飞行器</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>飞行器</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>partly succeeded</source>
        <translation>部分成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>ILRS phase 1</source>
        <translation>科研站第一阶段</translation>
    </message>
    <message>
        <source>ILRS phase 2</source>
        <translation>科研站第二阶段</translation>
    </message>
    <message>
        <source>ILRS phase 3</source>
        <translation>科研站第三阶段</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>已发生</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>据报道</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>转载</translation>
    </message>
    <message>
        <source>secondary source</source>
        <translation>二手来源</translation>
    </message>
    <message>
        <source>machine-made list</source>
        <translation>机器生成的列表</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄文</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德文</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日文</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙文</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利文</translation>
    </message>
    <message>
        <source>landing site</source>
        <translation>着陆点</translation>
    </message>
    <message>
        <source>impact site</source>
        <translation>撞击点</translation>
    </message>
    <message>
        <source>candidate region</source>
        <translation>候选区域</translation>
    </message>
    <message>
        <source>named place</source>
        <translation>命名地点</translation>
    </message>
    <message>
        <source>reconnaissance (phase 1)</source>
        <translation>勘察（第一阶段）</translation>
    </message>
    <message>
        <source>construction (phase 2)</source>
        <translation>建造（第二阶段）</translation>
    </message>
    <message>
        <source>utilization (phase 3)</source>
        <translation>利用（第三阶段）</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>Consists of</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Phase of</source>
        <translation>所属阶段</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>各阶段</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>搭载</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>搭载于</translation>
    </message>
    <message>
        <source>Launched by</source>
        <translation>发射载具</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>发射了</translation>
    </message>
    <message>
        <source>Launched with</source>
        <translation>同箭发射</translation>
    </message>
    <message>
        <source>Built by</source>
        <translation>研制方</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>研制了</translation>
    </message>
    <message>
        <source>Operated by</source>
        <translation>运营方</translation>
    </message>
    <message>
        <source>Operates</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>Relay for</source>
        <translation>中继服务对象</translation>
    </message>
    <message>
        <source>Relayed by</source>
        <translation>中继卫星</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>后继于</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>后续</translation>
    </message>
    <message>
        <source>Landed at</source>
        <translation>着陆于</translation>
    </message>
    <message>
        <source>Landing of</source>
        <translation>着陆任务</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签署方</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Quoted by</source>
        <translation>被引用于</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Subject of</source>
        <translation>相关内容</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>被取代为</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>取代</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>ILRS Atlas</source>
        <translation>ILRS 图集</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>● succeeded   ▲ partly   ✕ failed   ✦ impact as meant
○ planned   ◷ overdue   ◐ under way   ‖ paused   ◇ cancelled</source>
        <translation>● 成功   ▲ 部分成功   ✕ 失败   ✦ 按计划撞击
○ 计划中   ◷ 逾期   ◐ 进行中   ‖ 暂停   ◇ 取消</translation>
    </message>
    <message>
        <source>How steep the ground is, in classes of five degrees, over a cell of the finest terrain at each place: steep slopes smaller than that do not show.</source>
        <translation>地面的陡峭程度，每五度一级，以各处最精细地形的一个网格为基线；小于该尺度的陡坡不会显示。</translation>
    </message>
    <message>
        <source>Ground that no part of the Sun reaches from 1959 to 2060, in violet, on the atlas&apos;s own terrain: shadows smaller than its 1.6 km cells are not in it.</source>
        <translation>1959 至 2060 年间太阳始终照不到的地面，以紫色显示；依据图集自带的地形，不含小于其 1.6 km 格点的阴影。</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>日照</translation>
    </message>
    <message>
        <source>Show layer {name}</source>
        <translation>显示图层“{name}”</translation>
    </message>
    <message>
        <source>The relief under the real Sun of a moment, with its shadows (Ctrl+L)</source>
        <translation>某一时刻真实太阳照射下的地形及其阴影 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Opacity of layer {name}</source>
        <translation>图层“{name}”的不透明度</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>地形起伏</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <source>Permanent shadow</source>
        <translation>永久阴影</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Landing sites</source>
        <translation>着陆点</translation>
    </message>
    <message>
        <source>Candidate regions</source>
        <translation>候选区域</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>坐标网格</translation>
    </message>
    <message>
        <source>My marks</source>
        <translation>我的标记</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>LightResult</name>
    <message>
        <source>{what}, {begin} to {end}, every {step} h: {least} to {most}</source>
        <translation>{what}，{begin} 至 {end}，每 {step} 小时：{least} 至 {most}</translation>
    </message>
    <message>
        <source>Share of time in sunlight</source>
        <translation>有日照的时间比例</translation>
    </message>
    <message>
        <source>Longest night</source>
        <translation>最长的黑夜</translation>
    </message>
    <message>
        <source>Share of time with Earth in sight</source>
        <translation>地球可见的时间比例</translation>
    </message>
    <message>
        <source>Never lit in the span</source>
        <translation>时段内从不被照亮</translation>
    </message>
    <message>
        <source>{hours} h ({days} d)</source>
        <translation>{hours} 小时（{days} 天）</translation>
    </message>
    <message>
        <source>never lit</source>
        <translation>从不被照亮</translation>
    </message>
    <message>
        <source>lit at times</source>
        <translation>有时被照亮</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{name} is no illumination map of this atlas, or it is damaged. The file was not changed.</source>
        <translation>{name} 不是本图集的光照图，或已损坏。文件未被更改。</translation>
    </message>
</context>
<context>
    <name>LightStrip</name>
    <message>
        <source>Calendar of light</source>
        <translation>光照日历</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>太阳</translation>
    </message>
    <message>
        <source>Earth</source>
        <translation>地球</translation>
    </message>
    <message>
        <source>Dark: the Sun is behind the horizon</source>
        <translation>黑暗：太阳在地平线以下</translation>
    </message>
    <message>
        <source>Partly lit: the horizon cuts the Sun</source>
        <translation>部分照亮：地平线遮住部分太阳</translation>
    </message>
    <message>
        <source>Lit: all of the Sun is in sight</source>
        <translation>照亮：整个太阳可见</translation>
    </message>
    <message>
        <source>Earth is behind the horizon</source>
        <translation>地球在地平线以下</translation>
    </message>
    <message>
        <source>The horizon cuts the Earth</source>
        <translation>地平线遮住部分地球</translation>
    </message>
    <message>
        <source>Earth is in sight</source>
        <translation>地球可见</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>{shown} of %n entries</source>
        <translation>
            <numerusform>%n 个条目中的 {shown} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} · {later} not yet known</source>
        <translation>{text} · 另有 {later} 个尚未为人所知</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>最匹配在前</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>排序：{order}</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>没有匹配的条目。</translation>
    </message>
    <message>
        <source>Remove a filter, or search for something else.</source>
        <translation>请移除一个筛选，或搜索其他内容。</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>显示所有条目</translation>
    </message>
    <message>
        <source>Nothing was known yet on {day}.</source>
        <translation>{day}时尚无任何已知内容。</translation>
    </message>
    <message>
        <source>Choose a later as-of date.</source>
        <translation>请选择更晚的截至日期。</translation>
    </message>
</context>
<context>
    <name>Locator</name>
    <message>
        <source>{name} lies outside the map:</source>
        <translation>{name}位于地图之外：</translation>
    </message>
    <message>
        <source>Whole Moon · {count}</source>
        <translation>整个月球 · {count}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Entry and my notes</source>
        <translation>条目与我的笔记</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Copy this entry</source>
        <translation>复制此条目</translation>
    </message>
    <message>
        <source>ILRS Atlas</source>
        <translation>ILRS 图集</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the lunar south pole</source>
        <translation>月球南极地图</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home shows everything. The list In view says what is there.</source>
        <translation>方向键平移，加减键缩放，Home 显示全图。“视野内”列表说明其中有什么。</translation>
    </message>
</context>
<context>
    <name>MapDescribe</name>
    <message>
        <source>impact</source>
        <translation>撞击</translation>
    </message>
    <message>
        <source>Pin without a name</source>
        <translation>未命名图钉</translation>
    </message>
    <message>
        <source>Path without a name</source>
        <translation>未命名路径</translation>
    </message>
    <message>
        <source>Area without a name</source>
        <translation>未命名区域</translation>
    </message>
    <message>
        <source>my area · {size}</source>
        <translation>我的区域 · {size}</translation>
    </message>
    <message>
        <source>my pin</source>
        <translation>我的图钉</translation>
    </message>
    <message>
        <source>my path · {size}</source>
        <translation>我的路径 · {size}</translation>
    </message>
    <message>
        <source>crater</source>
        <translation>环形山</translation>
    </message>
    <message>
        <source>satellite crater</source>
        <translation>卫星环形山</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>山</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>月谷</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>informal name</source>
        <translation>非正式名称</translation>
    </message>
    <message>
        <source>candidate region</source>
        <translation>候选区域</translation>
    </message>
</context>
<context>
    <name>MapExport</name>
    <message>
        <source>ILRS Atlas: map of the lunar south pole</source>
        <translation>ILRS 图集：月球南极地图</translation>
    </message>
</context>
<context>
    <name>MapGround</name>
    <message>
        <source>enlarged beyond the terrain’s resolution</source>
        <translation>已放大至超出地形分辨率</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Copy coordinate {text}</source>
        <translation>复制坐标 {text}</translation>
    </message>
    <message>
        <source>Copy as {text}</source>
        <translation>复制为 {text}</translation>
    </message>
    <message>
        <source>Copy link to this view</source>
        <translation>复制此视图的链接</translation>
    </message>
    <message>
        <source>Horizon from here</source>
        <translation>此处的地平线</translation>
    </message>
    <message>
        <source>Measure from here</source>
        <translation>从此处测量</translation>
    </message>
    <message>
        <source>Profile from here</source>
        <translation>从此处作剖面</translation>
    </message>
    <message>
        <source>Pin here</source>
        <translation>在此放置图钉</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>This lies outside the map. Make the window larger to see the whole Moon.</source>
        <translation>它位于地图之外。放大窗口可查看整个月球。</translation>
    </message>
    <message>
        <source>{position} lies outside the map, which reaches 610 km round the pole.</source>
        <translation>{position} 位于地图之外；地图覆盖极点周围 610 km。</translation>
    </message>
    <message>
        <source>Copied {text}</source>
        <translation>已复制 {text}</translation>
    </message>
    <message>
        <source>The map is in {path}</source>
        <translation>地图已保存到 {path}</translation>
    </message>
</context>
<context>
    <name>MapReadout</name>
    <message>
        <source>slope {degrees}° over {baseline}</source>
        <translation>坡度 {degrees}°（基线 {baseline}）</translation>
    </message>
</context>
<context>
    <name>MapSaver</name>
    <message>
        <source>Export the map</source>
        <translation>导出地图</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>图片（PNG）(*.png)</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>可放大的矢量图（SVG）(*.svg)</translation>
    </message>
    <message>
        <source>Page to print (PDF) (*.pdf)</source>
        <translation>可打印的页面（PDF）(*.pdf)</translation>
    </message>
    <message>
        <source>As known on {day}</source>
        <translation>截至{day}所知</translation>
    </message>
    <message>
        <source>The map was not written.</source>
        <translation>地图未写入。</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Click where the pin is to stand; Space puts it in the middle, Esc puts none.</source>
        <translation>单击要放置图钉的位置；空格键放在中心，Esc 取消。</translation>
    </message>
    <message>
        <source>Copied the measurement.</source>
        <translation>已复制测量结果。</translation>
    </message>
    <message>
        <source>Measure a path over the terrain first: there is no profile to export yet.</source>
        <translation>请先在地形上测量路径：还没有可导出的剖面。</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>图片（PNG）(*.png)</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>可放大的矢量图（SVG）(*.svg)</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV) (*.csv)</source>
        <translation>电子表格（CSV）(*.csv)</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>导出剖面</translation>
    </message>
</context>
<context>
    <name>MarkEditor</name>
    <message>
        <source>My pin</source>
        <translation>我的图钉</translation>
    </message>
    <message>
        <source>My path</source>
        <translation>我的路径</translation>
    </message>
    <message>
        <source>My area</source>
        <translation>我的区域</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note in Markdown; [[change-7]] links an entry</source>
        <translation>Markdown 笔记；[[change-7]] 链接到条目</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>The note as it reads</source>
        <translation>笔记的阅读效果</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Measure and profile</source>
        <translation>测量与剖面</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>My marks on the map</source>
        <translation>我的地图标记</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>搜索名称和笔记</translation>
    </message>
    <message>
        <source>Search my marks</source>
        <translation>搜索我的标记</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Nothing yet. Put a pin with Ctrl+B, or measure a path and keep it.</source>
        <translation>还没有标记。按 Ctrl+B 放置图钉，或测量路径并保存。</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>under {degrees}°</source>
        <translation>低于 {degrees}°</translation>
    </message>
    <message>
        <source>{from_}–{to}°</source>
        <translation>{from_}–{to}°</translation>
    </message>
    <message>
        <source>over {degrees}°</source>
        <translation>高于 {degrees}°</translation>
    </message>
    <message>
        <source>heights × {times}</source>
        <translation>高程 × {times}</translation>
    </message>
    <message>
        <source>Slope along the path</source>
        <translation>沿路径的坡度</translation>
    </message>
    <message>
        <source>{length} over the sphere</source>
        <translation>球面距离 {length}</translation>
    </message>
    <message>
        <source>azimuth {azimuth}</source>
        <translation>方位角 {azimuth}</translation>
    </message>
    <message>
        <source>Perimeter {length}</source>
        <translation>周长 {length}</translation>
    </message>
    <message>
        <source>Length {length}</source>
        <translation>长度 {length}</translation>
    </message>
    <message>
        <source>{length} along the ground</source>
        <translation>沿地面 {length}</translation>
    </message>
    <message>
        <source>the outline crosses itself: no area</source>
        <translation>轮廓自相交：没有面积</translation>
    </message>
    <message>
        <source>area {area}</source>
        <translation>面积 {area}</translation>
    </message>
    <message>
        <source>{rise} ({slope})</source>
        <translation>{rise}（{slope}）</translation>
    </message>
    <message>
        <source>a sample every {step}</source>
        <translation>每 {step} 一个采样点</translation>
    </message>
    <message>
        <source>a sample every {step} on the finest</source>
        <translation>最精细处每 {step} 取一个样点</translation>
    </message>
    <message>
        <source>coarser than the terrain: the path is long</source>
        <translation>比地形粗略：路径较长</translation>
    </message>
    <message>
        <source>ILRS Atlas: elevation profile</source>
        <translation>ILRS 图集：高程剖面</translation>
    </message>
    <message>
        <source>{number} ft</source>
        <translation>{number} ft</translation>
    </message>
    <message>
        <source>{number} mi</source>
        <translation>{number} mi</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <source>{number} ft²</source>
        <translation>{number} ft²</translation>
    </message>
    <message>
        <source>{number} mi²</source>
        <translation>{number} mi²</translation>
    </message>
    <message>
        <source>{number} m²</source>
        <translation>{number} m²</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} km²</translation>
    </message>
</context>
<context>
    <name>MeasurePanel</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Show the elevation profile</source>
        <translation>显示高程剖面</translation>
    </message>
    <message>
        <source>Close the path to an area</source>
        <translation>将路径闭合为区域</translation>
    </message>
    <message>
        <source>Undo the last step (Ctrl+Z on the map)</source>
        <translation>撤销上一步（地图上按 Ctrl+Z）</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Copy the measurement</source>
        <translation>复制测量结果</translation>
    </message>
    <message>
        <source>Keep among my marks</source>
        <translation>保存为我的标记</translation>
    </message>
    <message>
        <source>Export the profile …</source>
        <translation>导出剖面…</translation>
    </message>
    <message>
        <source>End measuring (Esc)</source>
        <translation>结束测量 (Esc)</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>作为文本</translation>
    </message>
    <message>
        <source>As a table (CSV)</source>
        <translation>作为表格（CSV）</translation>
    </message>
    <message>
        <source>As GeoJSON (Moon)</source>
        <translation>作为 GeoJSON（月球）</translation>
    </message>
    <message>
        <source>Add a point: 89.67S 129.78E, or a name</source>
        <translation>添加点：89.67S 129.78E 或名称</translation>
    </message>
    <message>
        <source>Position or name of the next point</source>
        <translation>下一个点的坐标或名称</translation>
    </message>
    <message>
        <source>Points and profile</source>
        <translation>点与剖面</translation>
    </message>
    <message>
        <source>There is no terrain under this path: it lies outside the map.</source>
        <translation>此路径下没有地形：它位于地图之外。</translation>
    </message>
    <message>
        <source>Click points on the map; double-click or Enter ends, Backspace takes the last one away. A point can be dragged; a click on the first closes an area.</source>
        <translation>在地图上单击设点；双击或回车结束，退格键删去最后一点。点可拖动；单击第一点即闭合为区域。</translation>
    </message>
    <message>
        <source>Two points make a profile.</source>
        <translation>两点即可生成剖面。</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>The north pole cannot stand on a map of the south; choose another point.</source>
        <translation>北极点无法标在南极地图上；请选择其他点。</translation>
    </message>
</context>
<context>
    <name>Nations</name>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>俄罗斯</translation>
    </message>
    <message>
        <source>Soviet Union</source>
        <translation>苏联</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>India</source>
        <translation>印度</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>韩国</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>以色列</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>阿联酋</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>欧洲</translation>
    </message>
    <message>
        <source>International</source>
        <translation>国际</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>加拿大</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>意大利</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>卢森堡</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>巴基斯坦</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>新西兰</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>澳大利亚</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>巴西</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>瑞士</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>西班牙</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>瑞典</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>荷兰</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>比利时</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>南非</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>埃及</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>泰国</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>白俄罗斯</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>阿塞拜疆</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>委内瑞拉</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>土耳其</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note, in Markdown</source>
        <translation>笔记（Markdown 格式）</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>笔记预览</translation>
    </message>
    <message>
        <source>Note and preview</source>
        <translation>笔记与预览</translation>
    </message>
</context>
<context>
    <name>NoteListModel</name>
    <message>
        <source>A note of mine</source>
        <translation>我的一则笔记</translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>notes: {notes}, stars: {stars}, tags: {tags}, marks on the map: {marks}, pictures: {pictures}</source>
        <translation>笔记：{notes}，星标：{stars}，标签：{tags}，地图标记：{marks}，图片：{pictures}</translation>
    </message>
</context>
<context>
    <name>NotebookPane</name>
    <message>
        <source>No note holds that</source>
        <translation>没有笔记包含该内容</translation>
    </message>
    <message>
        <source>Search for fewer words, or look at all tags.</source>
        <translation>请减少搜索词，或查看所有标签。</translation>
    </message>
    <message>
        <source>Show all notes</source>
        <translation>显示所有笔记</translation>
    </message>
    <message>
        <source>The notebook cannot be read</source>
        <translation>笔记本无法读取</translation>
    </message>
    <message>
        <source>Your notebook is empty</source>
        <translation>您的笔记本是空的</translation>
    </message>
    <message>
        <source>Open an entry and write under “My notes”, or begin a note of its own. Everything stays on this computer.</source>
        <translation>打开一个条目，在“我的笔记”下书写，或新建一则独立的笔记。一切都保存在这台电脑上。</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Search my notes …</source>
        <translation>搜索我的笔记…</translation>
    </message>
    <message>
        <source>Search my notes</source>
        <translation>搜索我的笔记</translation>
    </message>
    <message>
        <source>Show only notes on entries with this tag</source>
        <translation>仅显示带此标签条目的笔记</translation>
    </message>
    <message>
        <source>My notes, newest first</source>
        <translation>我的笔记，最新在前</translation>
    </message>
    <message>
        <source>Notes and the note that is open</source>
        <translation>笔记列表与打开的笔记</translation>
    </message>
    <message>
        <source>Begin a note that belongs to no entry</source>
        <translation>新建一则不属于任何条目的笔记</translation>
    </message>
</context>
<context>
    <name>NotesKeeper</name>
    <message>
        <source>ILRS Atlas notes {date}.db</source>
        <translation>ILRS 图集笔记 {date}.db</translation>
    </message>
    <message>
        <source>Back up my notes</source>
        <translation>备份我的笔记</translation>
    </message>
    <message>
        <source>Notebooks (*.db)</source>
        <translation>笔记本 (*.db)</translation>
    </message>
    <message>
        <source>Restore my notes</source>
        <translation>恢复我的笔记</translation>
    </message>
    <message>
        <source>ILRS Atlas notes {date}.zip</source>
        <translation>ILRS 图集笔记 {date}.zip</translation>
    </message>
    <message>
        <source>My notes (*.zip)</source>
        <translation>我的笔记 (*.zip)</translation>
    </message>
    <message>
        <source>My notes and the files of my pictures (*.zip)</source>
        <translation>我的笔记与图片文件 (*.zip)</translation>
    </message>
    <message>
        <source>Export my notes</source>
        <translation>导出我的笔记</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>导入笔记</translation>
    </message>
    <message>
        <source>Exported notes (*.zip notebook.json)</source>
        <translation>导出的笔记 (*.zip notebook.json)</translation>
    </message>
    <message>
        <source>ILRS Atlas unsaved text {date}.md</source>
        <translation>ILRS 图集未保存文字 {date}.md</translation>
    </message>
    <message>
        <source>Save my text</source>
        <translation>保存我的文字</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Your text is in {file}.</source>
        <translation>您的文字已保存到 {file}。</translation>
    </message>
    <message>
        <source>Backed up to {file}: {contents}.</source>
        <translation>已备份到 {file}：{contents}。</translation>
    </message>
    <message>
        <source>The files of your pictures are not in it.</source>
        <translation>其中不含您的图片文件。</translation>
    </message>
    <message>
        <source>Restored: {contents}.</source>
        <translation>已恢复：{contents}。</translation>
    </message>
    <message>
        <source>An empty notebook was begun.</source>
        <translation>已新建空白笔记本。</translation>
    </message>
    <message>
        <source>An empty notebook was begun; the damaged one is {file}.</source>
        <translation>已新建空白笔记本；损坏的笔记本为 {file}。</translation>
    </message>
    <message>
        <source>Notes written to {file}: {count}.</source>
        <translation>笔记已写入 {file}：{count} 则。</translation>
    </message>
    <message>
        <source>Imported. Notes added or changed: {notes}; the same as before: {same}.</source>
        <translation>已导入。新增或更改的笔记：{notes}；与原来相同：{same}。</translation>
    </message>
    <message>
        <source>ILRS Atlas</source>
        <translation>ILRS 图集</translation>
    </message>
    <message>
        <source>That did not work. Your notebook is as it was.</source>
        <translation>操作未成功。您的笔记本保持原样。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Give this entry a star</source>
        <translation>为此条目加星标</translation>
    </message>
    <message>
        <source>Not saved yet; kept in memory.</source>
        <translation>尚未保存；保留在内存中。</translation>
    </message>
    <message>
        <source>The notebook cannot be used now.</source>
        <translation>笔记本目前无法使用。</translation>
    </message>
    <message>
        <source>Fetching the note …</source>
        <translation>正在读取笔记…</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved as you type; every revision is kept.</source>
        <translation>随写随存，保留每个版本。</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存：{time}</translation>
    </message>
    <message>
        <source>A note of mine</source>
        <translation>我的一则笔记</translation>
    </message>
    <message>
        <source>Go to {title}, whose note links here</source>
        <translation>前往{title}，其笔记链接到此处</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>我的笔记</translation>
    </message>
    <message>
        <source>Your thoughts, in Markdown. [[change-7]] links to an entry.</source>
        <translation>写下想法，可用 Markdown。[[change-7]] 链接到条目。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Show the text of the note</source>
        <translation>显示笔记文字</translation>
    </message>
    <message>
        <source>Show how the note reads</source>
        <translation>显示笔记的阅读效果</translation>
    </message>
    <message>
        <source>Show the text and how it reads</source>
        <translation>同时显示文字与效果</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订记录</translation>
    </message>
    <message>
        <source>Read and restore earlier states of this note</source>
        <translation>查看并恢复此笔记的早期版本</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>链接自</translation>
    </message>
    <message>
        <source>State of the note</source>
        <translation>笔记状态</translation>
    </message>
</context>
<context>
    <name>OwnDesk</name>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.bmp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add all pictures of a folder</source>
        <translation>添加文件夹中的所有图片</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板上没有图片。</translation>
    </message>
    <message>
        <source>Said once of all pictures you add now; each can be described otherwise later. The files themselves are never changed.</source>
        <translation>对此次添加的所有图片统一说明；之后可逐张另行描述。文件本身绝不会被更改。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) were added before.</source>
        <translation>
            <numerusform>已停止：此前已添加 %n 张图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) described anew.</source>
        <translation>
            <numerusform>已重新描述 %n 张图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into the bin.</source>
        <translation>
            <numerusform>%n 张图片已放入回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken out of the bin.</source>
        <translation>
            <numerusform>%n 张图片已从回收站取回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>清空回收站</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) for good?</source>
        <translation>
            <numerusform>要彻底删除 %n 张图片吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies in your data folder are deleted and cannot be brought back. Files that you left where they were stay there.</source>
        <translation>您数据文件夹中的副本将被删除且无法恢复。留在原处的文件不受影响。</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Choose the folder to search for missing pictures</source>
        <translation>选择要在其中查找缺失图片的文件夹</translation>
    </message>
    <message>
        <source>Export copies to a folder</source>
        <translation>将副本导出到文件夹</translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>Pin {number}</source>
        <translation>图钉 {number}</translation>
    </message>
    <message>
        <source>Area {number}</source>
        <translation>区域 {number}</translation>
    </message>
    <message>
        <source>Path {number}</source>
        <translation>路径 {number}</translation>
    </message>
    <message>
        <source>This mark lies outside the map.</source>
        <translation>此标记位于地图之外。</translation>
    </message>
    <message>
        <source>There are no marks on the map yet.</source>
        <translation>地图上还没有标记。</translation>
    </message>
    <message>
        <source>Places on the Moon (GeoJSON) (*.geojson)</source>
        <translation>月面地点（GeoJSON）(*.geojson)</translation>
    </message>
    <message>
        <source>Export my marks</source>
        <translation>导出我的标记</translation>
    </message>
    <message>
        <source>There is no change of a mark to undo.</source>
        <translation>没有可撤销的标记更改。</translation>
    </message>
</context>
<context>
    <name>OwnPictures</name>
    <message>
        <source>The file changed while it was read. Add it again when it is finished.</source>
        <translation>读取过程中文件发生了变化。完成后请重新添加。</translation>
    </message>
    <message>
        <source>It could not be copied: {why}.</source>
        <translation>无法复制：{why}。</translation>
    </message>
    <message>
        <source>Its name is not written in UTF-8 and cannot be noted. Rename the file.</source>
        <translation>其名称不是 UTF-8 编码，无法记录。请重命名该文件。</translation>
    </message>
    <message>
        <source>It lies in the bin of the gallery. Bring it back from there.</source>
        <translation>它在图库的回收站中。请从那里恢复。</translation>
    </message>
    <message>
        <source>that is the picture itself, which is never written over</source>
        <translation>这正是图片本身，绝不会被覆盖</translation>
    </message>
    <message>
        <source>Credit: {credit}</source>
        <translation>署名：{credit}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可：{licence}</translation>
    </message>
    <message>
        <source>Taken: {date}</source>
        <translation>拍摄：{date}</translation>
    </message>
    <message>
        <source>The file is no longer at {path}. Put it back, or let the atlas find it in another folder.</source>
        <translation>文件已不在 {path}。请放回原处，或让图集在其他文件夹中查找。</translation>
    </message>
    <message>
        <source>what was pasted is no picture</source>
        <translation>粘贴的内容不是图片</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>{title}, open; press to fold</source>
        <translation>{title}，已展开；按下可折叠</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>{title}, folded; press to open</source>
        <translation>{title}，已折叠；按下可展开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>PanoramaCanvas</name>
    <message>
        <source>Panorama of the horizon</source>
        <translation>地平线全景</translation>
    </message>
    <message>
        <source>Panorama of the horizon: {place}</source>
        <translation>地平线全景：{place}</translation>
    </message>
</context>
<context>
    <name>PictureActs</name>
    <message>
        <source>Picture and credit copied</source>
        <translation>图片及署名已复制</translation>
    </message>
    <message>
        <source>Credit copied</source>
        <translation>署名已复制</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Written: {target}</source>
        <translation>已写入：{target}</translation>
    </message>
    <message>
        <source>The copy was not written.</source>
        <translation>副本未写入。</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>{name} is too large for the memory that is free.</source>
        <translation>{name}太大，可用内存不足。</translation>
    </message>
</context>
<context>
    <name>PictureService</name>
    <message numerus="yes">
        <source>%n picture(s) added.</source>
        <translation>
            <numerusform>已添加 %n 张图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were here already.</source>
        <translation>
            <numerusform>%n 张图片此前已在此处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are still missing.</source>
        <translation>
            <numerusform>仍缺少 %n 张图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found again.</source>
        <translation>
            <numerusform>已重新找到 %n 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The work stopped: {why} ({place}). What was done before stays; free some space or choose another place, then do it again.</source>
        <translation>工作已停止：{why}（{place}）。此前完成的部分保留；请腾出空间或选择其他位置，然后重做。</translation>
    </message>
    <message>
        <source>The notebook took no change. Nothing in it and no picture is lost.</source>
        <translation>笔记本未作任何更改。其中内容和图片都没有丢失。</translation>
    </message>
    <message>
        <source>The work stopped at an error of the atlas. What was done before stays, and no file was harmed.</source>
        <translation>图集出错，工作已停止。此前完成的部分保留，没有文件受损。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be removed: the folder cannot be written. They stay.</source>
        <translation>
            <numerusform>%n 张图片无法删除：文件夹不可写。它们仍保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) removed for good.</source>
        <translation>
            <numerusform>已彻底删除 %n 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be written to {target}: {why}. Choose another place.</source>
        <translation>图片无法写入 {target}：{why}。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>“{name}” cannot be read ({problem}): check that it is still there and that you may open it.</source>
        <translation>“{name}”无法读取（{problem}）：请检查它是否仍在原处，以及您是否有权打开。</translation>
    </message>
    <message>
        <source>“{name}” is empty: it was probably never written to its end; copy it again from where it came.</source>
        <translation>“{name}”是空的：可能从未完整写入；请从原处重新复制。</translation>
    </message>
    <message>
        <source>“{name}” ends in the middle of the picture: it was probably not copied whole; copy it again.</source>
        <translation>“{name}”在图片中途结束：可能未完整复制；请重新复制。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or of an unusual kind, and cannot be shown safely: open it in a picture editor, save it anew as PNG or JPEG, and add that.</source>
        <translation>“{name}”已损坏或类型特殊，无法安全显示：请用图片编辑器打开，另存为 PNG 或 JPEG 后再添加。</translation>
    </message>
    <message>
        <source>“{name}” says it has {width} × {height} pixels, more than the atlas opens safely in this format: save a smaller copy and add that.</source>
        <translation>“{name}”标明有 {width} × {height} 像素，超出图集对此格式的安全上限：请保存较小的副本后添加。</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory that is free: close other programs, or add a smaller copy.</source>
        <translation>“{name}”超出可用内存：请关闭其他程序，或添加较小的副本。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit}: save a smaller copy, as JPEG for instance, and add that.</source>
        <translation>“{name}”大于 {limit}：请保存较小的副本（例如 JPEG）后添加。</translation>
    </message>
    <message>
        <source>“{name}” holds more than {limit} frames or pages: save the one that you want, and add that.</source>
        <translation>“{name}”含有超过 {limit} 帧或页：请另存所需的一帧后添加。</translation>
    </message>
    <message>
        <source>“{name}” carries far more text or hidden data than a picture needs: save it anew without metadata, and add that.</source>
        <translation>“{name}”附带的文字或隐藏数据远超图片所需：请去除元数据另存后添加。</translation>
    </message>
    <message>
        <source>“{name}” would take too long to open: save it anew as PNG or as a plain (not progressive) JPEG, and add that.</source>
        <translation>“{name}”打开耗时过长：请另存为 PNG 或普通（非渐进式）JPEG 后添加。</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing, which may hold scripts and links to elsewhere: save it as PNG and add that.</source>
        <translation>“{name}”是 SVG 图形，可能含有脚本和外部链接：请另存为 PNG 后添加。</translation>
    </message>
    <message>
        <source>“{name}” is in the format {format}, which the atlas does not open: save it as JPEG or PNG and add that.</source>
        <translation>“{name}”的格式为 {format}，图集无法打开：请另存为 JPEG 或 PNG 后添加。</translation>
    </message>
    <message>
        <source>“{name}” holds no picture that the atlas knows: it takes JPEG, PNG, WebP, TIFF, GIF and BMP.</source>
        <translation>“{name}”不含图集认识的图片：支持 JPEG、PNG、WebP、TIFF、GIF 和 BMP。</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose the pictures in it.</source>
        <translation>“{name}”是文件夹：请选择其中的图片。</translation>
    </message>
    <message>
        <source>“{name}” is a device, a pipe or a socket: choose a file that holds a picture.</source>
        <translation>“{name}”是设备、管道或套接字：请选择含有图片的文件。</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads back to itself: choose the picture that it was meant to lead to.</source>
        <translation>“{name}”是指回自身的链接：请选择它原本应指向的图片。</translation>
    </message>
    <message>
        <source>The atlas&apos;s picture “{name}” is missing or damaged; your notes and pictures are not touched. Install the atlas again to get it back.</source>
        <translation>图集的图片“{name}”缺失或损坏；您的笔记和图片未受影响。请重新安装图集以恢复。</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Eye </source>
        <translation>视点高 </translation>
    </message>
    <message>
        <source> m up</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Height of the eye over the ground, in metres</source>
        <translation>视点高出地面的米数</translation>
    </message>
    <message>
        <source>Height of the eye over the ground; type it, or turn the wheel</source>
        <translation>视点高出地面的高度；可直接输入或转动滚轮</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在地图上</translation>
    </message>
    <message>
        <source>Show this place on the map</source>
        <translation>在地图上显示此处</translation>
    </message>
    <message>
        <source>Export and copy</source>
        <translation>导出与复制</translation>
    </message>
</context>
<context>
    <name>PlaceHit</name>
    <message>
        <source>Show {name} on the map</source>
        <translation>在地图上显示{name}</translation>
    </message>
    <message>
        <source>Place {name}, show on the map</source>
        <translation>地名 {name}，在地图上显示</translation>
    </message>
</context>
<context>
    <name>PlaceHits</name>
    <message>
        <source>Places on the map</source>
        <translation>地图上的地名</translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Points of the path</source>
        <translation>路径上的点</translation>
    </message>
    <message>
        <source>F2 types another position for a point, Delete takes it away.</source>
        <translation>F2 为点输入其他坐标，Delete 将其删去。</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高程</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>沿地面</translation>
    </message>
    <message>
        <source>Azimuth</source>
        <translation>方位角</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>高差</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <source>To the next point: great circle on the sphere of 1737.4 km</source>
        <translation>至下一点：1737.4 km 球面上的大圆距离</translation>
    </message>
    <message>
        <source>To the next point over the terrain, sample by sample</source>
        <translation>至下一点，沿地形逐采样点累计</translation>
    </message>
    <message>
        <source>Direction at the start of the leg, clockwise from north</source>
        <translation>分段起点处的方向，自北顺时针</translation>
    </message>
    <message>
        <source>Of the straight line between the two points</source>
        <translation>两点间直线的坡度</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 (Language)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Size of text in per cent</source>
        <translation>文字大小（百分比）</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Heights and distances</source>
        <translation>高程与距离</translation>
    </message>
    <message>
        <source>metres, kilometres</source>
        <translation>米、千米</translation>
    </message>
    <message>
        <source>feet, miles</source>
        <translation>英尺、英里</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>月面坐标</translation>
    </message>
    <message>
        <source>89.67°S</source>
        <translation>89.67°S</translation>
    </message>
    <message>
        <source>89°40′12″S</source>
        <translation>89°40′12″S</translation>
    </message>
    <message>
        <source>Heights, distances</source>
        <translation>高程、距离</translation>
    </message>
    <message>
        <source>Figures on a card keep the units of their sources.</source>
        <translation>卡片上的数值沿用来源的单位。</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>我的数据</translation>
    </message>
    <message>
        <source>Folder of my data: {folder}</source>
        <translation>我的数据文件夹：{folder}</translation>
    </message>
    <message>
        <source>Notes, tags, stars</source>
        <translation>笔记、标签、星标</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>The folder {folder} could not be opened.</source>
        <translation>无法打开文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Choose an empty folder for your data</source>
        <translation>为您的数据选择一个空文件夹</translation>
    </message>
    <message>
        <source>Do not move</source>
        <translation>不移动</translation>
    </message>
    <message>
        <source>This folder was named when the atlas was started.</source>
        <translation>此文件夹在启动图集时已指定。</translation>
    </message>
    <message>
        <source>Moves to {folder} when you close the atlas: all is copied and compared before anything is removed.</source>
        <translation>关闭图集时移动到 {folder}：先复制并核对全部内容，再移除原件。</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Restore my notes</source>
        <translation>恢复我的笔记</translation>
    </message>
    <message>
        <source>Put “{name}” in the place of your notebook?</source>
        <translation>用“{name}”替换您的笔记本？</translation>
    </message>
    <message>
        <source>Your present notebook becomes a backup first, so you can come back to it.</source>
        <translation>现有笔记本会先备份，您可以随时恢复。</translation>
    </message>
    <message>
        <source>What you said of your pictures is restored too; their files stay as they are.</source>
        <translation>您对图片的说明也会恢复；图片文件保持原样。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复它</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Marks on the map</source>
        <translation>地图标记</translation>
    </message>
    <message>
        <source>My pictures</source>
        <translation>我的图片</translation>
    </message>
    <message>
        <source>Newest change</source>
        <translation>最近更改</translation>
    </message>
</context>
<context>
    <name>ProfileChart</name>
    <message>
        <source>Elevation profile</source>
        <translation>高程剖面</translation>
    </message>
    <message>
        <source>Left and right move the mark, plus and minus zoom, 0 shows all of it.</source>
        <translation>左右键移动标线，加减键缩放，0 显示全部。</translation>
    </message>
    <message>
        <source>{distance} along the path: {height}, slope {slope}, {position}</source>
        <translation>沿路径 {distance}：{height}，坡度 {slope}，{position}</translation>
    </message>
</context>
<context>
    <name>ProgressNotice</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Announced</source>
        <translation>宣布</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Dissolved</source>
        <translation>解散</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Opened for signature</source>
        <translation>开放签署</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>举行</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>发射</translation>
    </message>
    <message>
        <source>First flight</source>
        <translation>首飞</translation>
    </message>
    <message>
        <source>In lunar orbit</source>
        <translation>进入环月轨道</translation>
    </message>
    <message>
        <source>Lunar fly-by</source>
        <translation>飞越月球</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>着陆</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>撞击</translation>
    </message>
    <message>
        <source>Left the Moon</source>
        <translation>离开月球</translation>
    </message>
    <message>
        <source>Return to Earth</source>
        <translation>返回地球</translation>
    </message>
    <message>
        <source>Contact lost</source>
        <translation>失去联系</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Landed at</source>
        <translation>着陆于</translation>
    </message>
    <message>
        <source>Impact at</source>
        <translation>撞击位置</translation>
    </message>
    <message>
        <source>Planned landing site</source>
        <translation>计划着陆点</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Type of site</source>
        <translation>地点类型</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Planned site</source>
        <translation>计划地点</translation>
    </message>
    <message>
        <source>Distance from the aim point</source>
        <translation>与目标点的距离</translation>
    </message>
    <message>
        <source>Launcher</source>
        <translation>运载火箭</translation>
    </message>
    <message>
        <source>Launch site</source>
        <translation>发射场</translation>
    </message>
    <message>
        <source>Launch mass</source>
        <translation>发射质量</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Lander mass</source>
        <translation>着陆器质量</translation>
    </message>
    <message>
        <source>Rover mass</source>
        <translation>月球车质量</translation>
    </message>
    <message>
        <source>Payload mass</source>
        <translation>载荷质量</translation>
    </message>
    <message>
        <source>Payload to low Earth orbit</source>
        <translation>近地轨道运力</translation>
    </message>
    <message>
        <source>Payload to geostationary transfer</source>
        <translation>地球同步转移轨道运力</translation>
    </message>
    <message>
        <source>Payload to the Moon</source>
        <translation>地月转移轨道运力</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Spacecraft</source>
        <translation>航天器</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>发动机</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>仪器</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>乘组</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>Orbital period</source>
        <translation>轨道周期</translation>
    </message>
    <message>
        <source>Inclination</source>
        <translation>轨道倾角</translation>
    </message>
    <message>
        <source>Antenna</source>
        <translation>天线</translation>
    </message>
    <message>
        <source>Design life</source>
        <translation>设计寿命</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Closest to the Moon</source>
        <translation>离月球最近</translation>
    </message>
    <message>
        <source>Farthest from Earth</source>
        <translation>离地球最远</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Age of the samples</source>
        <translation>样品年龄</translation>
    </message>
    <message>
        <source>Programme stage</source>
        <translation>工程阶段</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>ILRS phase</source>
        <translation>科研站阶段</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>签署方</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效力</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能源</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were left out</source>
        <translation>
            <numerusform>已跳过 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>These files were left out and stay as they are on your disk. Everything else is done.</source>
        <translation>这些文件已跳过，在磁盘上保持原样。其余均已完成。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: copy the list to read all.</source>
        <translation>
            <numerusform>……还有 %n 个：复制列表可查看全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>A fact in the ILRS Atlas is wrong</source>
        <translation>ILRS 图集中的一条事实有误</translation>
    </message>
    <message>
        <source>Entry: {name} ({link})</source>
        <translation>条目：{name}（{link}）</translation>
    </message>
    <message>
        <source>As known on: {day}</source>
        <translation>截至：{day}</translation>
    </message>
    <message>
        <source>Atlas: {version}</source>
        <translation>图集：{version}</translation>
    </message>
    <message>
        <source>What it says:</source>
        <translation>现在的内容：</translation>
    </message>
    <message>
        <source>What is right:</source>
        <translation>正确的内容：</translation>
    </message>
    <message>
        <source>Where this can be read (title, publisher, date, address):</source>
        <translation>出处（标题、出版者、日期、网址）：</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Choose another place …</source>
        <translation>选择其他位置…</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <source>Writing to it replaces what it holds.</source>
        <translation>写入将替换其中的内容。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message>
        <source>To scale: {name}</source>
        <translation>按比例：{name}</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>可放大的矢量图（SVG）(*.svg)</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>图片（PNG）(*.png)</translation>
    </message>
    <message>
        <source>Page to print (PDF) (*.pdf)</source>
        <translation>可打印的页面（PDF）(*.pdf)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存线图</translation>
    </message>
    <message>
        <source>The drawing was copied with its credit</source>
        <translation>已复制线图及其署名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>ScaleView</name>
    <message>
        <source>Drawn to scale</source>
        <translation>按比例绘制</translation>
    </message>
    <message>
        <source>A drawing can&apos;t be read. Your notes are not affected. Install the atlas again.</source>
        <translation>有一幅线图无法读取。您的笔记不受影响。请重新安装图集。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search missions, places …</source>
        <translation>搜索任务、地点…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>清空搜索</translation>
    </message>
</context>
<context>
    <name>ShadowLayer</name>
    <message>
        <source>Violet: never lit ({cell} km)</source>
        <translation>紫色：从不被照亮（{cell} km）</translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message>
        <source>Find …</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Empty the bin …</source>
        <translation>清空回收站…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more known, not reproduced here</source>
        <translation>
            <numerusform>另有 %n 张已知图片，此处不予转载</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not where they were.</source>
        <translation>
            <numerusform>%n 张图片已不在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out the selected</source>
        <translation>取回所选</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>全部取回</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>没有匹配的图片。</translation>
    </message>
    <message>
        <source>Search for fewer words, or look at another shelf.</source>
        <translation>请减少搜索词，或查看其他分组。</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Pictures of your own that you throw away wait here.</source>
        <translation>您丢弃的图片在此等候。</translation>
    </message>
    <message>
        <source>No pictures of your own yet.</source>
        <translation>还没有您自己的图片。</translation>
    </message>
    <message>
        <source>Let files or folders fall here, paste a picture, or choose files. They stay on this computer.</source>
        <translation>将文件或文件夹拖放到此处，粘贴图片，或选择文件。它们只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Add pictures …</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>No picture of these entries.</source>
        <translation>这些条目没有图片。</translation>
    </message>
    <message>
        <source>Widen the list at the left, choose a later as-of date, or add pictures of your own.</source>
        <translation>请放宽左侧列表，选择更晚的截至日期，或添加您自己的图片。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>列表是空的。</translation>
    </message>
    <message>
        <source>Pictures follow the list: remove a filter there.</source>
        <translation>图片随列表变化：请在那里移除一个筛选。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>SlopeBar</name>
    <message>
        <source>Switch the slopes off</source>
        <translation>关闭坡度图层</translation>
    </message>
</context>
<context>
    <name>SlopeLayer</name>
    <message>
        <source>{finest}, elsewhere {others}</source>
        <translation>{finest}，其余为 {others}</translation>
    </message>
    <message>
        <source>Steep slopes smaller than that do not show; the terrain’s cells are {cell}.</source>
        <translation>小于该尺度的陡坡不会显示；地形网格为 {cell}。</translation>
    </message>
    <message>
        <source>Steep slopes smaller than that do not show.</source>
        <translation>小于该尺度的陡坡不会显示。</translation>
    </message>
    <message>
        <source>Slope over {baseline}</source>
        <translation>坡度（基线 {baseline}）</translation>
    </message>
    <message>
        <source>{low}–{high}°</source>
        <translation>{low}–{high}°</translation>
    </message>
    <message>
        <source>over {low}°</source>
        <translation>大于 {low}°</translation>
    </message>
</context>
<context>
    <name>SourcePopup</name>
    <message>
        <source>Source {number}</source>
        <translation>来源 {number}</translation>
    </message>
    <message>
        <source>No address is known for it.</source>
        <translation>没有已知的网址。</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制网址</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>网址已复制</translation>
    </message>
</context>
<context>
    <name>SpanButton</name>
    <message>
        <source>A day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>A lunar day</source>
        <translation>一个月昼夜</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>一个月</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>How much time the strip covers</source>
        <translation>时间条覆盖多长时间</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Position under the pointer</source>
        <translation>指针处的坐标</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>高程</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <source>Sun at the pointer</source>
        <translation>指针处的太阳</translation>
    </message>
    <message>
        <source>Scale of the map</source>
        <translation>地图比例尺</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>offline · catalogue of {day}</source>
        <translation>离线 · {day}版目录</translation>
    </message>
</context>
<context>
    <name>Sunlight</name>
    <message>
        <source>Lit as on {time}; Sun over {lon}°E</source>
        <translation>{time} 的光照；太阳直射经度 {lon}°E</translation>
    </message>
</context>
<context>
    <name>SunlightBar</name>
    <message>
        <source>Date of the light</source>
        <translation>光照日期</translation>
    </message>
    <message>
        <source>Let time run</source>
        <translation>让时间流动</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Light of this moment</source>
        <translation>此刻的光照</translation>
    </message>
    <message>
        <source>Switch sunlight off</source>
        <translation>关闭日照</translation>
    </message>
    <message>
        <source>Sun and Earth over the middle of the map</source>
        <translation>地图中心上空的太阳与地球</translation>
    </message>
    <message>
        <source>Date and time of the light, UTC</source>
        <translation>光照的日期与时间 (UTC)</translation>
    </message>
    <message>
        <source>The light of which moment? Known from 1959 to 2060. Up and down change the part at the cursor.</source>
        <translation>哪一时刻的光照？已知 1959 至 2060 年。上下方向键更改光标处的部分。</translation>
    </message>
    <message>
        <source>{sign}29.5 d</source>
        <translation>{sign}29.5 天</translation>
    </message>
    <message>
        <source>One lunation</source>
        <translation>一个朔望月</translation>
    </message>
    <message>
        <source>{sign}1 d</source>
        <translation>{sign}1 天</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>{sign}1 h</source>
        <translation>{sign}1 小时</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>{step} back</source>
        <translation>后退{step}</translation>
    </message>
    <message>
        <source>{step} on</source>
        <translation>前进{step}</translation>
    </message>
    <message>
        <source>Stop time</source>
        <translation>停止时间</translation>
    </message>
</context>
<context>
    <name>SunlightController</name>
    <message>
        <source>“{text}” is not a moment: write it like 2026-11-22 18:00. The map keeps its light.</source>
        <translation>“{text}”不是时刻：请写成 2026-11-22 18:00。地图保持原有光照。</translation>
    </message>
</context>
<context>
    <name>SunlightWords</name>
    <message>
        <source>Lit by the Sun of {time}.</source>
        <translation>{time}的日照。</translation>
    </message>
    <message>
        <source>The Sun&apos;s place is known from {first} to {last}; {year} lies outside. The map keeps its light.</source>
        <translation>太阳方位仅知 {first} 至 {last} 年；{year} 年不在其内。地图保持原有光照。</translation>
    </message>
    <message>
        <source>{elevation}° at {azimuth}°</source>
        <translation>高度角 {elevation}°，方位角 {azimuth}°</translation>
    </message>
    <message>
        <source>Sun {where}</source>
        <translation>太阳{where}</translation>
    </message>
    <message>
        <source>Earth {where}</source>
        <translation>地球{where}</translation>
    </message>
    <message>
        <source>Middle: Sun {where}</source>
        <translation>中心：太阳{where}</translation>
    </message>
    <message>
        <source>Sun overhead at {position}</source>
        <translation>日下点 {position}</translation>
    </message>
    <message>
        <source>UTC extrapolated</source>
        <translation>UTC 为外推值</translation>
    </message>
    <message>
        <source>{terrain}: smaller hills cast no shadow here</source>
        <translation>{terrain}：更小的起伏在此不投射阴影</translation>
    </message>
    <message>
        <source>Elevation and azimuth (clockwise from north) over the middle of the map.</source>
        <translation>地图中心上空的高度角与方位角（自北顺时针）。</translation>
    </message>
    <message>
        <source>Shadows are cast by the terrain, curvature included, and by mountains out of view. Where the Sun&apos;s disc is cut by the horizon the light is as partial as what is seen of it.</source>
        <translation>阴影由地形（含曲率）及视野外的山投射。太阳圆面被地平线截去时，光照与可见部分成比例。</translation>
    </message>
    <message>
        <source>What lies in full shadow is shown faintly so that it can be made out: light from the Earth and from sunlit slopes is not computed.</source>
        <translation>全影中的地面以微光显示以便辨认：未计算地球反照和被照山坡的散射光。</translation>
    </message>
    <message>
        <source>No table of leap seconds reaches this date: UTC is extrapolated and may be off by some seconds.</source>
        <translation>闰秒表未覆盖该日期：UTC 为外推值，可能相差数秒。</translation>
    </message>
    <message>
        <source>in shadow</source>
        <translation>处于阴影</translation>
    </message>
    <message>
        <source>lit</source>
        <translation>被照亮</translation>
    </message>
    <message>
        <source>lit {percent} %</source>
        <translation>照亮 {percent} %</translation>
    </message>
    <message>
        <source>Over the horizon of {terrain}</source>
        <translation>相对于 {terrain} 的地平线</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>in sight</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>{percent} % in sight</source>
        <translation>可见 {percent} %</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Take this tag off</source>
        <translation>移除此标签</translation>
    </message>
    <message>
        <source>Tag {tag}; press to take it off</source>
        <translation>标签 {tag}；按下可移除</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Add a tag …</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TerrainDesk</name>
    <message>
        <source>Import terrain</source>
        <translation>导入地形</translation>
    </message>
    <message>
        <source>Heights of the Moon ({endings})</source>
        <translation>月球高程（{endings}）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Looking at {name} …</source>
        <translation>正在查看 {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>This terrain was not imported. Nothing was changed.</source>
        <translation>此地形未导入。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} is in use on the map, for heights, slopes, shadows and horizons.</source>
        <translation>{name} 已用于地图、高程、坡度、阴影和地平线。</translation>
    </message>
    <message>
        <source>{name} is imported; it lies outside the map.</source>
        <translation>{name} 已导入；它位于地图之外。</translation>
    </message>
</context>
<context>
    <name>TerrainImport</name>
    <message>
        <source>{name} holds no heights: all its cells are marked as missing.</source>
        <translation>{name} 不含高程：所有格点均标为缺失。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {name}: it takes about {needed} MB and {free} MB are free. Make room, or move your data to another disk under Preferences.</source>
        <translation>磁盘空间不足以存放 {name}：约需 {needed} MB，可用 {free} MB。请腾出空间，或在偏好设置中将数据移到其他磁盘。</translation>
    </message>
    <message>
        <source>{name} holds bare numbers: its label ({stem}.LBL or {stem}.xml) is missing. Put the label into the same folder and try again.</source>
        <translation>{name} 只有裸数据：缺少标签文件（{stem}.LBL 或 {stem}.xml）。请将标签放入同一文件夹后重试。</translation>
    </message>
    <message>
        <source>{name} cannot be read as a raster: it is damaged or of another kind. Read are GeoTIFF, PDS3, PDS4, ISIS cubes and JPEG 2000.</source>
        <translation>{name} 无法作为栅格读取：已损坏或属其他类型。支持 GeoTIFF、PDS3、PDS4、ISIS cube 和 JPEG 2000。</translation>
    </message>
    <message>
        <source>{name} is a folder. Choose the file of heights in it.</source>
        <translation>{name} 是文件夹。请选择其中的高程文件。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>文件 {path} 不存在。</translation>
    </message>
    <message>
        <source>The atlas may not read {path}. Change its permissions or copy it.</source>
        <translation>图集无权读取 {path}。请更改权限或复制该文件。</translation>
    </message>
    <message>
        <source>{name} has {count} bands; heights come in one. A picture of the terrain holds no heights: look for the elevation model (DEM) of the same place.</source>
        <translation>{name} 有 {count} 个波段；高程只有一个。地形图片不含高程：请查找同一地点的高程模型 (DEM)。</translation>
    </message>
    <message>
        <source>{name} holds numbers of the kind {kind}, which are no heights. A shaded picture cannot be imported: look for the elevation model (DEM) of the same place.</source>
        <translation>{name} 的数值类型为 {kind}，不是高程。晕渲图无法导入：请查找同一地点的高程模型 (DEM)。</translation>
    </message>
    <message>
        <source>{name} is smaller than two by two cells.</source>
        <translation>{name} 小于 2×2 个格点。</translation>
    </message>
    <message>
        <source>{name} does not say where on the Moon it lies: it has no coordinate system. Import the file as it was published, with its label or world file beside it.</source>
        <translation>{name} 未说明位于月球何处：没有坐标系。请连同标签或坐标文件按发布时的样子导入。</translation>
    </message>
    <message>
        <source>a body of {km} km radius</source>
        <translation>半径 {km} km 的天体</translation>
    </message>
    <message>
        <source>{name} is on a coordinate system of {body}, not of the Moon (radius 1737.4 km). If its heights are the Moon&apos;s all the same, give it a lunar coordinate system (such as IAU_2015:30135) first.</source>
        <translation>{name} 的坐标系属于{body}，而非月球（半径 1737.4 km）。如果其高程确属月球，请先赋予月球坐标系（如 IAU_2015:30135）。</translation>
    </message>
    <message>
        <source>{name} lies nowhere on the Moon: its coordinate system does not lead there.</source>
        <translation>{name} 不在月球上任何位置：其坐标系无法对应。</translation>
    </message>
    <message>
        <source>{name} has heights from {low} to {high} km over the sphere of 1737.4 km; the Moon&apos;s reach from −9.1 to 10.8 km. Its unit or its scale is not what it says: choose metres or kilometres yourself, or look for missing heights that are not marked as such.</source>
        <translation>{name} 的高程相对 1737.4 km 球面为 {low} 至 {high} km；月球的范围是 −9.1 至 10.8 km。其单位或比例与所称不符：请自行选择米或千米，或检查未标记的缺失值。</translation>
    </message>
    <message>
        <source>{name} ends early or is damaged: not all of its heights can be read. Copy or download it again.</source>
        <translation>{name} 提前结束或已损坏：无法读取全部高程。请重新复制或下载。</translation>
    </message>
    <message>
        <source>{name} says that its heights are scaled by {scale}, which makes no sense.</source>
        <translation>{name} 称其高程比例为 {scale}，这不合理。</translation>
    </message>
    <message>
        <source>The file names no unit. Its numbers, from {low} to {high}, were taken for {unit}.</source>
        <translation>文件未注明单位。其数值从 {low} 到 {high}，按{unit}处理。</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>千米</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>米</translation>
    </message>
    <message>
        <source>The file holds distances from the Moon&apos;s centre; 1737.4 km are taken off.</source>
        <translation>文件存储的是到月心的距离；已减去 1737.4 km。</translation>
    </message>
    <message>
        <source>This terrain lies outside the map, which reaches 610 km round the south pole: nothing of it will be seen there. Heights at a place of it can be asked for all the same.</source>
        <translation>此地形位于地图之外；地图覆盖南极周围 610 km，图上将看不到它。但仍可查询其中某处的高程。</translation>
    </message>
    <message>
        <source>It is no finer than the terrain of the atlas (1.6 km), so nothing will change on the map.</source>
        <translation>它并不比图集的地形（1.6 km）更精细，地图不会有变化。</translation>
    </message>
    <message>
        <source>Only the part within the map&apos;s square is taken.</source>
        <translation>仅采用地图方形范围内的部分。</translation>
    </message>
    <message>
        <source>It is on another projection or grid than the map: heights are resampled (bilinear) to {cell} m.</source>
        <translation>其投影或网格与地图不同：高程将重采样（双线性）至 {cell} m。</translation>
    </message>
    <message>
        <source>All heights looked at are the same.</source>
        <translation>所查看的高程全部相同。</translation>
    </message>
</context>
<context>
    <name>TerrainsDialog</name>
    <message>
        <source>My terrains</source>
        <translation>我的地形</translation>
    </message>
    <message>
        <source>No terrain of your own yet</source>
        <translation>还没有您自己的地形</translation>
    </message>
    <message>
        <source>Import heights finer than the atlas&apos;s own, such as the polar products of LOLA, as GeoTIFF, PDS, ISIS cube or JPEG 2000; or drop a file on the map.</source>
        <translation>可导入比图集更精细的高程，例如 LOLA 极区产品（GeoTIFF、PDS、ISIS cube 或 JPEG 2000）；也可将文件拖放到地图上。</translation>
    </message>
    <message>
        <source>Import terrain…</source>
        <translation>导入地形…</translation>
    </message>
    <message>
        <source>Imported terrains</source>
        <translation>已导入的地形</translation>
    </message>
    <message>
        <source>The space bar switches a terrain on or off.</source>
        <translation>空格键启用或停用地形。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格点</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Imported on {day} from {source}</source>
        <translation>{day}导入自 {source}</translation>
    </message>
    <message>
        <source>{crs}, resampled to the map&apos;s projection</source>
        <translation>{crs}，已重采样到地图投影</translation>
    </message>
    <message>
        <source>{crs}, kept on its own grid</source>
        <translation>{crs}，保留原有网格</translation>
    </message>
    <message>
        <source>Credit: {credit}</source>
        <translation>署名：{credit}</translation>
    </message>
    <message>
        <source>It lies outside the map.</source>
        <translation>它位于地图之外。</translation>
    </message>
    <message>
        <source>It is no finer than the terrain of the atlas, which is used in its place.</source>
        <translation>它并不比图集的地形更精细，因此使用后者。</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>要移除 {name} 吗？</translation>
    </message>
    <message>
        <source>What was imported is deleted. The file it came from is not touched: {source}</source>
        <translation>导入的内容将被删除。来源文件不受影响：{source}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>That could not be done; nothing was lost.</source>
        <translation>操作未能完成；没有丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The sky of this moment</source>
        <translation>此刻的天空</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Time that paths and calendar cover</source>
        <translation>轨迹与日历覆盖的时间</translation>
    </message>
    <message>
        <source>Heights: as fits</source>
        <translation>高度：自动</translation>
    </message>
    <message>
        <source>Heights × {factor}</source>
        <translation>高度 × {factor}</translation>
    </message>
    <message>
        <source>How much heights are stretched against widths</source>
        <translation>高度相对宽度的放大倍数</translation>
    </message>
    <message>
        <source>Date and time of the sky, UTC</source>
        <translation>天空的日期与时间 (UTC)</translation>
    </message>
    <message>
        <source>The sky of which moment? Known from 1959 to 2060.</source>
        <translation>哪一时刻的天空？已知 1959 至 2060 年。</translation>
    </message>
    <message>
        <source>{sign}29.5 d</source>
        <translation>{sign}29.5 天</translation>
    </message>
    <message>
        <source>One lunation</source>
        <translation>一个朔望月</translation>
    </message>
    <message>
        <source>{sign}1 d</source>
        <translation>{sign}1 天</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>{sign}1 h</source>
        <translation>{sign}1 小时</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>{step} back</source>
        <translation>后退{step}</translation>
    </message>
    <message>
        <source>{step} on</source>
        <translation>前进{step}</translation>
    </message>
</context>
<context>
    <name>TimeSlider</name>
    <message>
        <source>Time of the light</source>
        <translation>光照时间</translation>
    </message>
    <message>
        <source>Moves the Sun. Arrow keys go on in small steps, Page up and down in large ones.</source>
        <translation>移动太阳。方向键小步前进，Page Up 和 Page Down 大步。</translation>
    </message>
</context>
<context>
    <name>ToScale</name>
    <message>
        <source>ILRS Atlas: {title}</source>
        <translation>ILRS 图集：{title}</translation>
    </message>
    <message>
        <source>{number} ft</source>
        <translation>{number} ft</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <source>ascender</source>
        <translation>上升器</translation>
    </message>
    <message>
        <source>capsule</source>
        <translation>返回舱</translation>
    </message>
    <message>
        <source>Centaur stage</source>
        <translation>半人马座级</translation>
    </message>
    <message>
        <source>ground dish</source>
        <translation>地面天线</translation>
    </message>
    <message>
        <source>habitat</source>
        <translation>居住舱</translation>
    </message>
    <message>
        <source>LEV-2</source>
        <translation>LEV-2</translation>
    </message>
    <message>
        <source>mast</source>
        <translation>桅杆</translation>
    </message>
    <message>
        <source>pressurised rover</source>
        <translation>加压月球车</translation>
    </message>
    <message>
        <source>reactor</source>
        <translation>反应堆</translation>
    </message>
    <message>
        <source>rover</source>
        <translation>月球车</translation>
    </message>
    <message>
        <source>smaller satellite</source>
        <translation>较小的卫星</translation>
    </message>
    <message>
        <source>solar tower</source>
        <translation>太阳能塔</translation>
    </message>
    <message>
        <source>Tansuo</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>{name}: about {height} high and {width} wide as drawn.</source>
        <translation>{name}：图中高约{height}，宽约{width}。</translation>
    </message>
    <message>
        <source>At the right, at the same scale, a person of {size}.</source>
        <translation>右侧为同一比例的{size}高的人。</translation>
    </message>
    <message>
        <source>At the right, at the same scale, a hand of {size}.</source>
        <translation>右侧为同一比例的{size}长的手。</translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <translation>来源：{sources}</translation>
    </message>
</context>
<context>
    <name>ToolsBar</name>
    <message>
        <source>Measure distance and area (Ctrl+R)</source>
        <translation>测量距离与面积 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Elevation profile (Ctrl+Shift+R)</source>
        <translation>高程剖面 (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>Put a pin on the map (Ctrl+B)</source>
        <translation>在地图上放置图钉 (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>顶栏</translation>
    </message>
    <message>
        <source>Known as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>The notebook is damaged</source>
        <translation>笔记本已损坏</translation>
    </message>
    <message>
        <source>A newer atlas wrote this notebook</source>
        <translation>此笔记本由更新版本的图集写成</translation>
    </message>
    <message>
        <source>The notebook cannot be written</source>
        <translation>笔记本无法写入</translation>
    </message>
    <message>
        <source>The disk is full or failing</source>
        <translation>磁盘已满或出现故障</translation>
    </message>
    <message>
        <source>Another program is writing to the notebook</source>
        <translation>另一个程序正在写入笔记本</translation>
    </message>
    <message>
        <source>The notebook is no longer there</source>
        <translation>笔记本已不在原处</translation>
    </message>
    <message>
        <source>The notebook could not be saved</source>
        <translation>笔记本未能保存</translation>
    </message>
    <message>
        <source>It was left untouched. Notes, stars and tags are switched off here; everything else works. Install the newest atlas.</source>
        <translation>它未受改动。此处的笔记、星标和标签已停用；其余功能正常。请安装最新版图集。</translation>
    </message>
    <message>
        <source>It was left as it is. Bring back a backup, or begin an empty notebook.</source>
        <translation>它保持原样。请恢复一个备份，或新建空白笔记本。</translation>
    </message>
    <message>
        <source>What you type stays in memory and is tried again every few seconds.</source>
        <translation>您输入的内容保留在内存中，每隔几秒会再次尝试保存。</translation>
    </message>
    <message>
        <source>Make the file and its folder writable.</source>
        <translation>请将文件及其文件夹设为可写。</translation>
    </message>
    <message>
        <source>Free some space on its disk.</source>
        <translation>请在其磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>Close the other program.</source>
        <translation>请关闭另一个程序。</translation>
    </message>
    <message>
        <source>Put the folder back, or plug its drive in again.</source>
        <translation>请将文件夹放回原处，或重新接上其驱动器。</translation>
    </message>
    <message>
        <source>Save my text to a file…</source>
        <translation>将我的文字保存到文件…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Begin an empty notebook</source>
        <translation>新建空白笔记本</translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{feet} ft</source>
        <translation>{feet} ft</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{size} mi</source>
        <translation>{size} mi</translation>
    </message>
    <message>
        <source>{size} km</source>
        <translation>{size} km</translation>
    </message>
    <message>
        <source>mi</source>
        <translation>mi</translation>
    </message>
    <message>
        <source>ft</source>
        <translation>ft</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Previous picture (←)</source>
        <translation>上一张图片 (←)</translation>
    </message>
    <message>
        <source>Next picture (→)</source>
        <translation>下一张图片 (→)</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
    <message>
        <source>The file is not where it was: {file}</source>
        <translation>文件已不在原处：{file}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>返回所有图片 (Esc)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Show all of the picture (0)</source>
        <translation>显示整张图片 (0)</translation>
    </message>
    <message>
        <source>Show the picture pixel by pixel (1)</source>
        <translation>按像素显示图片 (1)</translation>
    </message>
    <message>
        <source>Compare two pictures (C)</source>
        <translation>比较两张图片 (C)</translation>
    </message>
    <message>
        <source>Zoom and move both together</source>
        <translation>两张同时缩放和移动</translation>
    </message>
    <message>
        <source>Slide show (Space)</source>
        <translation>幻灯片放映 (空格)</translation>
    </message>
    <message>
        <source>Fill the screen (F11)</source>
        <translation>填满屏幕 (F11)</translation>
    </message>
    <message>
        <source>What can be done with this picture</source>
        <translation>可对此图片进行的操作</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>Seconds for each picture</source>
        <translation>每张图片的秒数</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the slide show (Space)</source>
        <translation>停止幻灯片放映 (空格)</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>There is no entry “{slug}” in this catalogue.</source>
        <translation>此目录中没有条目“{slug}”。</translation>
    </message>
    <message>
        <source>There is no place “{slug}” in this catalogue.</source>
        <translation>此目录中没有地点“{slug}”。</translation>
    </message>
</context>
<context>
    <name>WindowExports</name>
    <message numerus="yes">
        <source>Export the %n selected entries …</source>
        <translation>
            <numerusform>导出选中的 %n 个条目…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the list (%n entries) …</source>
        <translation>
            <numerusform>导出列表（%n 个条目）…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Credit named in a file comes first</source>
        <translation>文件中注明的署名优先</translation>
    </message>
    <message>
        <source>My own, all rights reserved</source>
        <translation>本人拍摄，保留所有权利</translation>
    </message>
    <message>
        <source>2026-11-22, 2025, 2025~ …</source>
        <translation>2026-11-22、2025、2025~…</translation>
    </message>
    <message>
        <source>Name of an entry</source>
        <translation>条目名称</translation>
    </message>
    <message>
        <source>-89.67, 129.78</source>
        <translation>-89.67, 129.78</translation>
    </message>
    <message>
        <source>Copy into my data folder</source>
        <translation>复制到我的数据文件夹</translation>
    </message>
    <message>
        <source>Leave where they are</source>
        <translation>留在原处</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属条目</translation>
    </message>
    <message>
        <source>Place on the Moon</source>
        <translation>月面位置</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>differs: type to say the same of all</source>
        <translation>各不相同：输入可统一</translation>
    </message>
    <message>
        <source>There is no entry “{name}”: choose one of those offered.</source>
        <translation>没有条目“{name}”：请从提供的条目中选择。</translation>
    </message>
</context>
<context>
    <name>ZoomButtons</name>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>整幅地图</translation>
    </message>
</context>
</TS>
