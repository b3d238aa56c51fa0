"""Two lists of words of which courteous letters are made, whatever they are about."""

# With these a sentence begins; none of them is also the name of somebody.
OPENERS = """
    a about above acceptance according across after afterwards again all almost already also
    although always am an and another any anybody anyone anything apart are as asked asking at
    attached back based because before beforehand behind being besides best between beyond both
    briefly bringing but by can certainly checking coming correction could cutting did do does
    doing don during each eight eighteen eighty either eleven enjoy even ever every everybody
    everyone everything fair fifteen fifty finally finding fine first five following for forty
    four fourteen from further getting give given giving glad going good got grateful gratitude
    great had half happy has have having he hearing helping here his holding hope hoping how
    however hundreds if in indeed instead into is it its just keeping kindly knowing last later
    learning let letting like listening long looking looks many may maybe meanwhile meeting
    might mine more moreover most moving much my naturally near neither never nevertheless news
    next nine nineteen ninety no nobody none nor not nothing now of often on once one only or
    other others our out over part particularly people perhaps please possibly putting quick
    quietly quite rather reading realising realizing reflecting regarding regardless running see
    seeing seldom sending seven seventeen seventy several shall she should similarly simple
    simply since sitting six sixteen sixty small so some somebody someone something sometimes
    soon sorry sorting speaking starting still such taking talking telling ten than thank thanks
    that the their then there therefore these they thinking thirteen thirty this those though
    three through throughout thus to today together tomorrow too towards trying twelve twenty
    two under understanding understood unfortunately until very waiting walking was watching we
    weighing welcome were what whatever when whenever where whether which whichever while who
    whoever why will wishing with withdrawal withdrawing within without words working would
    writing yes yesterday yet you your yours
"""

# Nothing here gives, pays, presses, promises or praises out of scale.
COURTESY = """
    able absolutely accept accepted account across actual add address admire advice advise
    afternoon agenda agree ahead aim alike allow alongside amount answer anybody anyone anyway
    anywhere appeal application apply appointment appreciate approach appropriate arrange
    arrangement aspect attention autumn aware background balance base basis begin behind benefit
    besides between both brief build busy calm calmly candid careful carry cause challenge
    change cheerful choice clarity clear close closely collaborative colleague combine comfort
    common company compare complete concern concrete confident connect consider considerable
    consistent contact context continue contribute contribution conversation convince cover
    create curious current customer daily deal decision deeply demand department describe desk
    detail determine develop development differ difference difficult direct direction discuss
    discussion doubt draw during each earlier early easily effective effort eight eighteen
    eighty either eleven encourage engage engaging enjoy enjoyable enough ensure entire
    environment especially evening every exactly example excellent expectation experience
    explain explanation explore express fact fair familiar feel felt fifteen fifty figure final
    find finish firm first fit five focus follow former forty forward found four fourteen frank
    friendly further future gain general generous genuine goal good gratitude group grow guess
    habit half handle happen hear helpful hold home honest honour hope hour hundred idea imagine
    impress impressed impression improve include indeed inform information insight insightful
    instead intend interest interesting interview introduce invite involve issue job join keen
    keep kind kindly knowledge learn lesson let letting listen little local look lot lots main
    major manage manner matter mean meaningful meet meeting memorable mention message method
    middle mind minutes moment month morning motivate natural necessary need nervous nine
    nineteen ninety normal notice obvious occasion odd offer office often once open openness
    operate opportunity option order organise organize outcome outline overall particular past
    patience patient people perhaps period person perspective picture plain plan planning
    pleasant pleased pleasure point position possible practical practice practise prepare
    present previous principle priority problem procedure process professional progress project
    prospect proud purpose quality quarter question quiet ran range rare reach read ready real
    realise realize really reason recall receive recent reckon reflect regard relate relevant
    remain remarkable remember remind repeat reply resonate respect respond responsible result
    return review right role round routine rule run running said sat say saying see seeing seem
    seems sense sensible separate serious serve service set seven seventeen seventy several
    share short show sign similar simple since sincere sit situation six sixteen sixty skill
    slow small smooth solid solve somewhere sort speak specific spend spirit spot staff stage
    stand standard start state stay step story straightforward strength strong struck structure
    subject suggest suggestion suit support suppose suspect system taken talent task taught
    teach team teams tell telling tells ten term thirteen thirty thorough thought thoughtful
    thousand three throughout timeline timing today told tomorrow tonight topic touch tour train
    transparent trust try turn twelve twenty twice two understand unusual update used useful
    usual valuable value various view visit voice wait warm warmth week welcome whole within
    wonder word worth write year yesterday yourself
"""
